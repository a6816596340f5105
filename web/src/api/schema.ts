// Written by web/generate-client.mjs from server/openapi.json.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProcedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/procedures/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProcedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/procedures/{code}/appointment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAppointment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/procedures/{code}/appointment-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAppointmentRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/province": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProvince"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/procedures/{code}/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAgencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/officers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOfficers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/saveDraft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lưu nháp */
        post: operations["saveDraftDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nộp hồ sơ */
        post: operations["submitDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tiếp nhận */
        post: operations["acceptDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Không tiếp nhận */
        post: operations["declineDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Phân công */
        post: operations["assignDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Chuyển bước tiếp */
        post: operations["forwardDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bỏ qua bước */
        post: operations["skipDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/completePart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hoàn thành nhánh */
        post: operations["completePartDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/sendBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lại bước trước */
        post: operations["sendBackDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thu hồi */
        post: operations["takeBackDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đổi người xử lý */
        post: operations["reassignDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lấy ý kiến */
        post: operations["consultDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/answerConsultation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lời ý kiến */
        post: operations["answerConsultationDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/requestSupplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Yêu cầu bổ sung */
        post: operations["requestSupplementDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/supplySupplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bổ sung hồ sơ */
        post: operations["supplySupplementDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/requestPayment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Yêu cầu thực hiện nghĩa vụ tài chính */
        post: operations["requestPaymentDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/recordPayment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ghi nhận đã nộp tiền */
        post: operations["recordPaymentDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tạm dừng thời hạn */
        post: operations["pauseDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tiếp tục tính thời hạn */
        post: operations["resumeDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhận hồ sơ chuyển đến */
        post: operations["receiveDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/draftApology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dự thảo thư xin lỗi */
        post: operations["draftApologyDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/apologise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ký thư xin lỗi và hẹn lại */
        post: operations["apologiseDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Từ chối giải quyết */
        post: operations["refuseDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rút hồ sơ */
        post: operations["withdrawDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dừng giải quyết */
        post: operations["stopDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/signResult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ký, ban hành kết quả */
        post: operations["signResultDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trình kết quả */
        post: operations["resolveDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả kết quả */
        post: operations["returnDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đính chính */
        post: operations["correctDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/proposeCorrection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đề nghị đính chính thời điểm */
        post: operations["proposeCorrectionDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/approveCorrection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Duyệt đính chính thời điểm */
        post: operations["approveCorrectionDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/rejectCorrection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Không duyệt đính chính */
        post: operations["rejectCorrectionDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers/{id}/rebase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Chuyển sang phiên bản quy trình khác */
        post: operations["rebaseDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossier-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["changeDossiers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMyDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWorklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["searchDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSigning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracking/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["trackDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMyNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officer-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOfficerNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officer-notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["countOfficerNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/officer-notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["readOfficerNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProcesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProcess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["compareProcessVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/versions/{version}/bpmn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProcessAsBpmn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/rebase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rebaseOpenDossiers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStatisticsOfToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/truth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTruth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReportScopes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReportForms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/period-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPeriodRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{form}/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReportDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{form}/table.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{form}/dossiers.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportDossiersAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{form}/dossiers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportDossiersAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWorkload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workload/table.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWorkloadAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{form}/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReportProcedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{form}/procedures.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportProceduresAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{form}/procedures.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportProceduresAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPublishedReports"];
        put?: never;
        post: operations["publishReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedReportContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReportDrafts"];
        put?: never;
        post: operations["openReportDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-drafts/{id}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportDraftAsPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-drafts/{id}/document.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportDraftAsDocx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-drafts/{id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReportDraftEdits"];
        put?: never;
        post: operations["editReportDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-drafts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publishReportDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/difference/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPublishedMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/difference/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPublishedDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/difference/moves.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedMovesAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/difference/moves.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedMovesAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/tables.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedReportAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedReportAsPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/document.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedReportAsDocx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPublishedDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/dossiers.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedDossiersAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/published-reports/{number}/dossiers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublishedDossiersAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLateDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublicDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall-board/{counter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHallBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listIndicatorSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}/lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getQualityLost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listQualityItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listQualityDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}/lost-dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listQualityLostDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listQualityChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/{set}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPublicQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}/table.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getQualityAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}/dossiers.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getQualityDossiersAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}/dossiers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getQualityDossiersAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHandlingTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{set}/times/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listHandlingTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description urn:motcua:problem:<kind> */
            type: string;
            /** @description What happened. */
            title: string;
            status: number;
            /** @description Why. */
            detail: string;
            /** @description What to do now. */
            advice: string;
            requestId: string;
            errors?: {
                path: string;
                message: string;
            }[];
        };
        Party: {
            /** @enum {string} */
            kind: "person" | "organisation";
            name: string;
            idNumber: string;
            birthDate: string | null;
            address: string;
            phone: string | null;
            email: string | null;
        };
        SubmittedDocument: {
            required: string | null;
            name: string;
            /** @enum {string} */
            kind: "paper" | "file" | "reuse";
            originals: number;
            copies: number;
            file: {
                hash: string;
                name: string;
                type: string;
                bytes: number;
            } | null;
        };
        /** @description What the applicant states. A citizen who files is known by the sign-in: name, number and date of birth of the submitter (or of the applicant, where there is no submitter) are taken from there. */
        DossierContent: {
            procedure: string;
            procedureVersion: number;
            caseId: string;
            /** @enum {string} */
            channel: "online" | "inPerson" | "postal";
            counter: string;
            agency: string;
            applicant: components["schemas"]["Party"];
            submitter: components["schemas"]["Party"] | null;
            answers: {
                [key: string]: string | number | boolean | string[];
            };
            documents: components["schemas"]["SubmittedDocument"][];
            delivery: {
                /** @enum {string} */
                by: "counter" | "postal" | "online";
                address: string | null;
            };
            copies: number;
        };
        DossierCommand: {
            /** @enum {string} */
            action: "saveDraft";
            content: components["schemas"]["DossierContent"];
        } | {
            /** @enum {string} */
            action: "submit";
            content: components["schemas"]["DossierContent"];
        } | {
            /** @enum {string} */
            action: "accept";
        } | {
            /** @enum {string} */
            action: "decline";
            reason: string;
            /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
            ground?: string | null;
        } | {
            /** @enum {string} */
            action: "assign";
            officer: string;
            note: string | null;
            /** @description The part of an interlinked dossier; left out: the whole. */
            part?: string | null;
        } | {
            /** @enum {string} */
            action: "forward";
            officer: string | null;
            note: string | null;
            /** @description The choice, where the step asks for one. */
            outcome?: string | null;
            /** @description The part of an interlinked dossier; left out: the whole. */
            part?: string | null;
        } | {
            /** @enum {string} */
            action: "skip";
            officer: string | null;
            reason: string;
            /** @description The part of an interlinked dossier; left out: the whole. */
            part?: string | null;
        } | {
            /** @enum {string} */
            action: "completePart";
            part: string;
            result: {
                number: string;
                /** Format: date */
                issuedOn: string;
                summary: string;
            } | null;
            note: string | null;
        } | {
            /** @enum {string} */
            action: "sendBack";
            step: string;
            reason: string;
            /** @description The part of an interlinked dossier; left out: the whole. */
            part?: string | null;
        } | {
            /** @enum {string} */
            action: "takeBack";
            reason: string;
            /** @description The part of an interlinked dossier; left out: the whole. */
            part?: string | null;
        } | {
            /** @enum {string} */
            action: "reassign";
            officer: string;
            reason: string;
            /** @description The part of an interlinked dossier; left out: the whole. */
            part?: string | null;
        } | {
            /** @enum {string} */
            action: "consult";
            agency: string;
            question: string;
            /** Format: date-time */
            dueAt: string;
        } | {
            /** @enum {string} */
            action: "answerConsultation";
            id: string;
            answer: string;
        } | {
            /** @enum {string} */
            action: "requestSupplement";
            items: string[];
            reason: string;
            /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
            ground?: string | null;
        } | {
            /** @enum {string} */
            action: "supplySupplement";
            documents: components["schemas"]["SubmittedDocument"][];
            note: string | null;
        } | {
            /** @enum {string} */
            action: "requestPayment";
            lines: {
                name: string;
                amount: number;
            }[];
        } | {
            /** @enum {string} */
            action: "recordPayment";
            amount: number;
            /** @enum {string} */
            method: "cash" | "transfer" | "online";
            reference: string | null;
        } | {
            /** @enum {string} */
            action: "pause";
            ground: string;
            note: string | null;
        } | {
            /** @enum {string} */
            action: "resume";
            note: string | null;
        } | {
            /** @enum {string} */
            action: "receive";
        } | {
            /** @enum {string} */
            action: "draftApology";
            reason: string;
            /** Format: date-time */
            dueAt: string;
        } | {
            /** @enum {string} */
            action: "apologise";
            reason: string;
            /** Format: date-time */
            dueAt: string;
            letter: string;
        } | {
            /** @enum {string} */
            action: "refuse";
            reason: string;
            /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
            ground?: string | null;
        } | {
            /** @enum {string} */
            action: "withdraw";
            reason: string;
            /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
            ground?: string | null;
        } | {
            /** @enum {string} */
            action: "stop";
            reason: string;
            /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
            ground?: string | null;
        } | {
            /** @enum {string} */
            action: "signResult";
            result: {
                number: string;
                /** Format: date */
                issuedOn: string;
                summary: string;
                file: string | null;
            };
        } | {
            /** @enum {string} */
            action: "resolve";
            result: {
                number: string;
                /** Format: date */
                issuedOn: string;
                summary: string;
                file: string | null;
            };
        } | {
            /** @enum {string} */
            action: "return";
            receivedBy: string;
            /** @enum {string} */
            by: "counter" | "postal" | "online";
        } | {
            /** @enum {string} */
            action: "correct";
            applicant: components["schemas"]["Party"] | null;
            answers: {
                [key: string]: string | number | boolean | string[];
            } | null;
            reason: string;
        } | {
            /** @enum {string} */
            action: "proposeCorrection";
            /** @enum {string} */
            what: "acceptedAt" | "finishedAt" | "returnedAt";
            /** Format: date-time */
            to: string;
            reason: string;
            document: string | null;
            file: string | null;
        } | {
            /** @enum {string} */
            action: "approveCorrection";
            number: number;
        } | {
            /** @enum {string} */
            action: "rejectCorrection";
            number: number;
            reason: string;
        } | {
            /** @enum {string} */
            action: "rebase";
            version: number;
        };
        DossierChanged: {
            dossier: string;
            version: number;
            /** @enum {string} */
            state: "draft" | "submitted" | "declined" | "accepted" | "inProgress" | "awaitingSupplement" | "awaitingPayment" | "withdrawn" | "stopped" | "refused" | "resolved" | "returned";
            stateName: string;
            code: string | null;
            /** @description This request had been answered before; this is that answer. */
            repeated: boolean;
        };
        DossierView: {
            id: string;
            version: number;
            code: string | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "declined" | "accepted" | "inProgress" | "awaitingSupplement" | "awaitingPayment" | "withdrawn" | "stopped" | "refused" | "resolved" | "returned";
            stateName: string;
            procedure: {
                code: string;
                version: number;
                name: string;
                caseId: string;
                caseName: string;
                field: string;
                form: string | null;
            };
            /** @enum {string} */
            channel: "online" | "inPerson" | "postal";
            channelName: string;
            counter: {
                id: string;
                name: string;
            };
            agency: {
                id: string;
                name: string;
            };
            applicant: {
                /** @enum {string} */
                kind: "person" | "organisation";
                name: string;
                /** @description Masked, except for the filer of a draft. */
                idNumber: string;
                birthDate: string | null;
                address: string;
                phone: string | null;
                email: string | null;
            };
            submitter: {
                /** @enum {string} */
                kind: "person" | "organisation";
                name: string;
                /** @description Masked, except for the filer of a draft. */
                idNumber: string;
                birthDate: string | null;
                address: string;
                phone: string | null;
                email: string | null;
            } | null;
            answers: {
                title: string;
                fields: {
                    label: string;
                    value: string;
                }[];
            }[];
            rawAnswers: {
                [key: string]: string | number | boolean | string[];
            };
            documents: {
                required: string | null;
                name: string;
                /** @enum {string} */
                kind: "paper" | "file" | "reuse";
                originals: number;
                copies: number;
                file: {
                    hash: string;
                    name: string;
                    type: string;
                    bytes: number;
                    url: string;
                } | null;
            }[];
            delivery: {
                /** @enum {string} */
                by: "counter" | "postal" | "online";
                address: string | null;
            };
            copies: number;
            fee: {
                lines: {
                    id: string;
                    name: string;
                    amount: number;
                }[];
                total: number;
                paid: number;
                /** Format: date-time */
                requestedAt: string | null;
                /** Format: date-time */
                paidAt: string | null;
            } | null;
            position: {
                step: string;
                stepName: string;
                /** @description What must be chosen among when the step is left. */
                outcomes: {
                    id: string;
                    name: string;
                }[];
                unit: string;
                unitName: string;
                /** @enum {string} */
                role: "clerk" | "specialist" | "leader" | "registrar" | "administrator";
                roleName: string;
                officer: string | null;
                officerName: string | null;
                /** Format: date-time */
                since: string;
                /** Format: date-time */
                dueAt: string | null;
            } | null;
            process: {
                id: string;
                version: number;
            } | null;
            parts: {
                id: string;
                step: string;
                name: string;
                agencyName: string;
                /** @enum {string} */
                state: "open" | "complete" | "brokenOff";
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                dueAt: string | null;
                /** Format: date-time */
                endedAt: string | null;
                finish: ("early" | "onTime" | "late") | null;
                position: {
                    step: string;
                    stepName: string;
                    /** @description What must be chosen among when the step is left. */
                    outcomes: {
                        id: string;
                        name: string;
                    }[];
                    unit: string;
                    unitName: string;
                    /** @enum {string} */
                    role: "clerk" | "specialist" | "leader" | "registrar" | "administrator";
                    roleName: string;
                    officer: string | null;
                    officerName: string | null;
                    /** Format: date-time */
                    since: string;
                    /** Format: date-time */
                    dueAt: string | null;
                } | null;
                stepsBehind: {
                    id: string;
                    name: string;
                }[];
                remainingMinutes: number | null;
                clock: {
                    text: string;
                    article: string | null;
                    minutes: number | null;
                }[];
                result: {
                    number: string;
                    issuedOn: string;
                    summary: string;
                } | null;
                offers: {
                    /** @enum {string} */
                    action: "saveDraft" | "submit" | "accept" | "decline" | "assign" | "forward" | "skip" | "completePart" | "sendBack" | "takeBack" | "reassign" | "consult" | "answerConsultation" | "requestSupplement" | "supplySupplement" | "requestPayment" | "recordPayment" | "pause" | "resume" | "receive" | "draftApology" | "apologise" | "refuse" | "withdraw" | "stop" | "signResult" | "resolve" | "return" | "correct" | "proposeCorrection" | "approveCorrection" | "rejectCorrection" | "rebase";
                    name: string;
                    allowed: boolean;
                    reason: string | null;
                }[];
            }[];
            steps: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "clerk" | "specialist" | "leader" | "registrar" | "administrator";
                roleName: string;
                minutes: number | null;
                /** @enum {string} */
                status: "done" | "now" | "todo";
                officerName: string | null;
                /** Format: date-time */
                from: string | null;
                /** Format: date-time */
                to: string | null;
                usedMinutes: number | null;
            }[];
            times: {
                /** @description Working minutes of the whole; those of the agencies sum to it, and so do those of the units. */
                used: number;
                agencies: {
                    agencyName: string;
                    minutes: number;
                }[];
                units: {
                    unitName: string;
                    minutes: number;
                }[];
                /** @description Beside the part to which the time is charged, because it ended last. */
                parallel: {
                    partName: string;
                    agencyName: string;
                    minutes: number;
                }[];
            } | null;
            /** Format: date-time */
            submittedAt: string | null;
            /** Format: date-time */
            acceptedAt: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: date-time */
            returnedAt: string | null;
            remainingMinutes: number | null;
            /** @enum {string} */
            timeState: "inTime" | "nearDue" | "overdue" | "paused" | "done" | "none";
            standing: {
                /** @enum {string} */
                class: "noTerm" | "inTime" | "nearDue" | "overdue" | "paused" | "early" | "onTime" | "late";
                /** Format: date-time */
                decidedAt: string;
                /** Format: date-time */
                nearDueAt: string | null;
                legalText: string;
                committedText: string | null;
            } | null;
            clock: {
                text: string;
                article: string | null;
                minutes: number | null;
            }[];
            paused: {
                ground: string;
                name: string;
                /** Format: date-time */
                since: string;
            } | null;
            pauseGrounds: {
                id: string;
                name: string;
                article: string;
            }[];
            reasonGrounds: {
                id: string;
                name: string;
                article: string;
                /** @enum {string} */
                action: "requestSupplement" | "decline" | "refuse" | "stop" | "withdraw";
            }[];
            timeline: {
                number: number;
                /** Format: date-time */
                at: string;
                actorName: string;
                action: string;
                title: string;
                detail: string | null;
            }[];
            supplements: {
                /** Format: date-time */
                requestedAt: string;
                items: string[];
                reason: string;
                /** Format: date-time */
                suppliedAt: string | null;
            }[];
            consultations: {
                id: string;
                agency: {
                    id: string;
                    name: string;
                };
                question: string;
                /** Format: date-time */
                askedAt: string;
                /** Format: date-time */
                dueAt: string;
                /** Format: date-time */
                answeredAt: string | null;
                answer: string | null;
            }[];
            apology: {
                /** Format: date-time */
                draftedAt: string;
                draftedByName: string;
                reason: string;
                /** Format: date-time */
                promisedAt: string;
                letter: string | null;
                /** Format: date-time */
                signedAt: string | null;
                signedByName: string | null;
                /** @description Whether the signature moved the appointed time. */
                moved: boolean;
                /** @description The letter as PDF. */
                url: string;
            } | null;
            signedResult: {
                result: {
                    number: string;
                    issuedOn: string;
                    summary: string;
                    file: string | null;
                };
                /** Format: date-time */
                signedAt: string;
                signedByName: string;
            } | null;
            corrections: {
                number: number;
                /** @enum {string} */
                what: "acceptedAt" | "finishedAt" | "returnedAt";
                whatName: string;
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                reason: string;
                document: string | null;
                file: {
                    hash: string;
                    url: string;
                } | null;
                /** @enum {string} */
                state: "proposed" | "approved" | "rejected";
                stateName: string;
                /** Format: date-time */
                proposedAt: string;
                proposedByName: string;
                /** Format: date-time */
                decidedAt: string | null;
                decidedByName: string | null;
                answer: string | null;
                finish: ("early" | "onTime" | "late") | null;
            }[];
            result: {
                number: string;
                issuedOn: string;
                summary: string;
                file: string | null;
            } | null;
            reason: string | null;
            offers: {
                /** @enum {string} */
                action: "saveDraft" | "submit" | "accept" | "decline" | "assign" | "forward" | "skip" | "completePart" | "sendBack" | "takeBack" | "reassign" | "consult" | "answerConsultation" | "requestSupplement" | "supplySupplement" | "requestPayment" | "recordPayment" | "pause" | "resume" | "receive" | "draftApology" | "apologise" | "refuse" | "withdraw" | "stop" | "signResult" | "resolve" | "return" | "correct" | "proposeCorrection" | "approveCorrection" | "rejectCorrection" | "rebase";
                name: string;
                allowed: boolean;
                reason: string | null;
            }[];
        };
        ProcedureView: {
            code: string;
            version: number;
            name: string;
            summary: string;
            field: string;
            levels: ("province" | "district" | "commune")[];
            audience: string[];
            steps: string[];
            conditions: string | null;
            legalBases: string[];
            results: {
                code: string | null;
                name: string;
            }[];
            /** @enum {string} */
            onlineLevel: "fullyOnline" | "partiallyOnline" | "none";
            lifeEvents: string[];
            source: string;
            cases: {
                id: string;
                name: string;
                documents: {
                    id: string;
                    name: string;
                    originals: number;
                    copies: number;
                    mandatory: boolean;
                    /** @enum {string} */
                    kind: "present" | "show" | "note";
                }[];
                terms: {
                    channels: ("online" | "inPerson" | "postal")[];
                    legal: {
                        /** @enum {string} */
                        unit: "workingHours" | "workingDays" | "calendarDays" | "months" | "sameDay" | "none";
                        amount: number;
                    };
                    legalText: string;
                    committed: {
                        /** @enum {string} */
                        unit: "workingHours" | "workingDays" | "calendarDays" | "months" | "sameDay" | "none";
                        amount: number;
                    } | null;
                    committedText: string | null;
                }[];
                fees: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    kind: "serviceCharge" | "stateFee";
                    channels: ("online" | "inPerson" | "postal")[];
                    amount: number;
                    /** @enum {string} */
                    per: "once" | "copy";
                    source: string;
                }[];
                form: string;
            }[];
        };
        FormDefinition: {
            id: string;
            version: number;
            title: string;
            sections: {
                title: string;
                fields: {
                    id: string;
                    label: string;
                    hint: string | null;
                    /** @enum {string} */
                    type: "text" | "longText" | "number" | "date" | "choice" | "choices" | "yesNo" | "personalId" | "phone" | "email";
                    required: boolean;
                    options: {
                        value: string;
                        label: string;
                    }[];
                    min: number | null;
                    max: number | null;
                    maxLength: number;
                    visibleWhen: {
                        field: string;
                        equals: string | number | boolean | string[];
                    } | null;
                }[];
            }[];
        };
        Report: {
            form: string;
            version: number;
            head: {
                id: string;
                version: number;
                title: string;
                number: string | null;
                source: string;
                unit: string;
            };
            columns: {
                figure: string;
                head: string;
                over: string[];
                number: number | null;
            }[];
            besides: string[];
            sums: {
                whole: string;
                parts: string[];
            }[];
            definitions: {
                id: string;
                version: number;
                name: string;
                words: string;
                note: string | null;
                source: string;
                /** @enum {string} */
                kind: "count" | "procedures" | "ratio" | "missing";
                numerator: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    kind: "count" | "procedures";
                } | null;
                denominator: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    kind: "count" | "procedures";
                } | null;
                waitsFor: string | null;
            }[];
            scope: {
                id: string;
                name: string;
                kind: string;
            };
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** Format: date-time */
            asOf: string;
            /** Format: date-time */
            countedTo: string;
            /** @enum {string} */
            by: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
            /** @enum {string} */
            structure: "then" | "now";
            corrections: boolean;
            figures: {
                [key: string]: number | null;
            };
            rows: {
                id: string;
                name: string;
                figures: {
                    [key: string]: number | null;
                };
            }[];
            identities: {
                text: string;
                holds: boolean;
            }[];
            notes: string[];
        };
        PublishedReport: {
            number: number;
            /** Format: date-time */
            publishedAt: string;
            publishedByName: string;
            title: string;
            scope: {
                id: string;
                name: string;
            };
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** Format: date-time */
            asOf: string;
            contentHash: string;
            hash: string;
            previousHash: string;
            /** Format: date-time */
            countedTo: string;
            corrections: boolean;
            tables: {
                form: string;
                version: number;
                title: string;
                number?: string | null;
                source: string;
                by: string;
                definitions: {
                    id: string;
                    version: number;
                    name: string;
                    words: string;
                    /** @enum {string} */
                    kind?: "count" | "procedures" | "ratio" | "missing";
                }[];
                columns: string[];
                heads?: {
                    figure: string;
                    head: string;
                    over: string[];
                    number: number | null;
                }[];
                unit?: string;
                figures?: string[];
                totals: {
                    [key: string]: number | null;
                };
                rows: {
                    id: string;
                    name: string;
                    figures: {
                        [key: string]: number | null;
                    };
                }[];
                identities: {
                    text: string;
                    holds: boolean;
                }[];
                notes: string[];
            }[];
            document: {
                narrative: {
                    id: string;
                    version: number;
                };
                subject: string;
                sections: {
                    id: string;
                    heading: string;
                    level: number;
                    paragraphs: {
                        id: string;
                        /** @enum {string} */
                        look: "text" | "item";
                        runs: {
                            text: string;
                            code: string | null;
                            blank: boolean;
                        }[];
                        rewrittenBy: string | null;
                    }[];
                }[];
                recipients: string[];
                letter: {
                    issuer: {
                        superior: string | null;
                        name: string;
                    };
                    number: string | null;
                    place: string;
                    date: string | null;
                    signature: {
                        authority: string | null;
                        title: string;
                        name: string | null;
                    };
                };
                figures?: {
                    this: string[];
                    previous: string[];
                    lastYear: string[];
                };
            } | null;
        };
        /** @description What everyone may know: no names, no single dossier. */
        PublicDashboard: {
            scope: {
                id: string;
                name: string;
            };
            today: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                received: number;
                finished: number;
                /** @description Of those finished. */
                late: number;
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                onTimePercent: number | null;
            };
            /** @description Submitted and not answered yet. */
            waiting: number;
            /** @description Of those, past the time for accepting. */
            waitingOverdue: number;
            inProgress: number;
            /** @description In progress and past the appointed time. */
            overdue: number;
            month: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                received: number;
                finished: number;
                /** @description Of those finished. */
                late: number;
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                onTimePercent: number | null;
            };
            monthBefore: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                received: number;
                finished: number;
                /** @description Of those finished. */
                late: number;
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                onTimePercent: number | null;
            };
            yearBefore: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                received: number;
                finished: number;
                /** @description Of those finished. */
                late: number;
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                onTimePercent: number | null;
            };
            /** @description Of what was received this month. */
            channels: {
                channel: string;
                name: string;
                received: number;
            }[];
            /** @description The last thirty days, today included; days without anything are zero. */
            trend: {
                /** Format: date */
                day: string;
                received: number;
                finished: number;
                late: number;
            }[];
            durations: {
                procedure: string;
                name: string;
                dossiers: number;
                /** @description From acceptance to the result, nights and days off included. */
                medianHours: number;
                nineOfTenHours: number;
            }[];
            satisfaction: {
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                value: number | null;
                note: string | null;
            };
            quality: {
                set: string;
                period: string;
                /** @description Null where nothing of it could be assessed. */
                points: number | null;
                assessable: number;
                maxPoints: number;
                groups: {
                    id: string;
                    name: string;
                    /** @description Null where nothing of it could be assessed. */
                    points: number | null;
                    assessable: number;
                    maxPoints: number;
                    /** @description Since yesterday. */
                    difference: number | null;
                }[];
            } | null;
            /** Format: date-time */
            at: string;
        };
        Dashboard: {
            scope: {
                id: string;
                name: string;
            };
            today: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                received: number;
                finished: number;
                /** @description Of those finished. */
                late: number;
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                onTimePercent: number | null;
            };
            /** @description Submitted and not answered yet. */
            waiting: number;
            /** @description Of those, past the time for accepting. */
            waitingOverdue: number;
            inProgress: number;
            /** @description In progress and past the appointed time. */
            overdue: number;
            month: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                received: number;
                finished: number;
                /** @description Of those finished. */
                late: number;
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                onTimePercent: number | null;
            };
            monthBefore: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                received: number;
                finished: number;
                /** @description Of those finished. */
                late: number;
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                onTimePercent: number | null;
            };
            yearBefore: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                received: number;
                finished: number;
                /** @description Of those finished. */
                late: number;
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                onTimePercent: number | null;
            };
            /** @description Of what was received this month. */
            channels: {
                channel: string;
                name: string;
                received: number;
            }[];
            /** @description The last thirty days, today included; days without anything are zero. */
            trend: {
                /** Format: date */
                day: string;
                received: number;
                finished: number;
                late: number;
            }[];
            durations: {
                procedure: string;
                name: string;
                dossiers: number;
                /** @description From acceptance to the result, nights and days off included. */
                medianHours: number;
                nineOfTenHours: number;
            }[];
            satisfaction: {
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                value: number | null;
                note: string | null;
            };
            quality: {
                set: string;
                period: string;
                /** @description Null where nothing of it could be assessed. */
                points: number | null;
                assessable: number;
                maxPoints: number;
                groups: {
                    id: string;
                    name: string;
                    /** @description Null where nothing of it could be assessed. */
                    points: number | null;
                    assessable: number;
                    maxPoints: number;
                    /** @description Since yesterday. */
                    difference: number | null;
                }[];
            } | null;
            /** @description Who holds what is overdue, the most first. */
            latePlaces: {
                unit: string | null;
                unitName: string;
                officer: string | null;
                officerName: string | null;
                dossiers: number;
                /** Format: date-time */
                oldestDueAt: string;
            }[];
            /** @description Counters of the scope, each with a screen for its hall. */
            boards: {
                counter: string;
                name: string;
            }[];
            /** Format: date-time */
            at: string;
        };
        HallBoard: {
            counter: {
                id: string;
                name: string;
            } | null;
            today: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                received: number;
                finished: number;
                /** @description Of those finished. */
                late: number;
                /** @description Percent to two decimals; null where there is nothing to divide by. */
                onTimePercent: number | null;
            };
            waiting: number;
            ready: {
                code: string;
                /** Format: date-time */
                since: string;
            }[];
            /** Format: date-time */
            at: string;
        };
        Quality: {
            set: {
                id: string;
                version: number;
                name: string;
                source: string;
                note: string;
            };
            scope: {
                id: string;
                name: string;
                kind: string;
            };
            period: {
                id: string;
                /** @enum {string} */
                kind: "month" | "quarter" | "year";
                name: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** Format: date-time */
            asOf: string;
            /** Format: date-time */
            countedTo: string;
            points: number | null;
            assessable: number;
            maxPoints: number;
            percent: number | null;
            rank: string | null;
            provisional: boolean;
            compared: {
                /** @enum {string} */
                with: "previousPeriod" | "yesterday";
                period: {
                    id: string;
                    /** @enum {string} */
                    kind: "month" | "quarter" | "year";
                    name: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
                /** Format: date-time */
                asOf: string;
                points: number | null;
            } | null;
            groups: {
                id: string;
                name: string;
                points: number | null;
                assessable: number;
                maxPoints: number;
                before: number | null;
                components: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    state: "counted" | "none" | "notApplicable" | "missing";
                    numerator: number | null;
                    denominator: number | null;
                    ratio: number | null;
                    points: number | null;
                    maxPoints: number;
                    fullAt: number;
                    numeratorWords: string;
                    denominatorWords: string;
                    reason: string | null;
                    note: string | null;
                    source: string;
                    lists: ("dossiers" | "items") | null;
                    before: number | null;
                }[];
            }[];
            classes: {
                name: string;
                from: number;
            }[];
        };
        Workload: {
            scope: {
                id: string;
                name: string;
                kind: string;
            };
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            worked: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** Format: date-time */
            asOf: string;
            /** Format: date-time */
            countedTo: string;
            behind: {
                form: string;
                figure: string;
            };
            total: {
                received: number;
                norm: number | null;
                ratio: number | null;
                receivers: number;
            };
            units: {
                id: string;
                name: string;
                areas: ("urban" | "rural" | "remote")[];
                received: number;
                norm: number | null;
                ratio: number | null;
                receivers: number;
                peopleAsked: number | null;
                few: boolean;
                gap: string | null;
                people: {
                    row: string;
                    name: string;
                    received: number;
                    norm: number | null;
                    ratio: number | null;
                    days: number | null;
                }[];
                /** @description How many people the asker may not see. */
                hidden: number;
            }[];
            hiddenFor: string | null;
            notes: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "anonymous" | "citizen" | "officer";
                        name: string | null;
                        idNumber: string | null;
                        posts: {
                            unit: string;
                            unitName: string;
                            /** @enum {string} */
                            role: "clerk" | "specialist" | "leader" | "registrar" | "administrator";
                            roleName: string;
                        }[];
                        identityProvider: {
                            name: string;
                            standIn: boolean;
                        };
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProcedures: {
        parameters: {
            query?: {
                q?: string;
                field?: string;
                level?: "province" | "district" | "commune";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            name: string;
                            field: string;
                            levels: ("province" | "district" | "commune")[];
                            /** @enum {string} */
                            onlineLevel: "fullyOnline" | "partiallyOnline" | "none";
                            summary: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        procedures: number;
                    }[];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProcedure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureView"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAppointment: {
        parameters: {
            query: {
                caseId: string;
                channel: "online" | "inPerson" | "postal";
                agency: string;
                copies?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        dueAt: string | null;
                        sentences: {
                            text: string;
                            article: string | null;
                            minutes: number | null;
                        }[];
                        fee: {
                            lines: {
                                id: string;
                                name: string;
                                amount: number;
                            }[];
                            total: number;
                        };
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAppointmentRules: {
        parameters: {
            query: {
                agency: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The law of the local day of `asOf`, by which a client makes the same appointments as the server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        calendar: {
                            id: string;
                            name: string;
                            from: string;
                            to: string;
                            officeHours: {
                                validFrom: string;
                                validTo: string | null;
                                week: {
                                    weekday: number;
                                    windows: number[][];
                                }[];
                                source: string;
                            }[];
                            holidays: {
                                date: string;
                                name: string;
                                source: string;
                            }[];
                            makeUpDays: {
                                date: string;
                                name: string;
                                source: string;
                                like: 1 | 2 | 3 | 4 | 5;
                            }[];
                        };
                        policies: {
                            /** @enum {string} */
                            afterSupplement: "restart" | "continue";
                            /** @enum {string} */
                            workingDay: "eightHours" | "wholeDays";
                            rollForward: boolean;
                            /** @enum {string} */
                            onTime: "byDay" | "byMinute";
                            sameDayUntil: number;
                        };
                        handOver: {
                            handOverUntil: number;
                            article: string;
                        };
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormDefinition"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProvince: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        code: string;
                        demo: boolean;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgencies: {
        parameters: {
            query?: {
                level?: "province" | "district" | "commune";
                parent?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        level: "province" | "district" | "commune";
                        parentName: string | null;
                        counters: {
                            id: string;
                            name: string;
                        }[];
                        /** @description Every counter of the province takes in its dossiers (phi địa giới). */
                        elsewhere: boolean;
                    }[];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOfficers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        title: string;
                        roles: ("clerk" | "specialist" | "leader" | "registrar" | "administrator")[];
                    }[];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierView"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDraftDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    content: components["schemas"]["DossierContent"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    content: components["schemas"]["DossierContent"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    reason: string;
                    /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
                    ground?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    officer: string;
                    note: string | null;
                    /** @description The part of an interlinked dossier; left out: the whole. */
                    part?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forwardDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    officer: string | null;
                    note: string | null;
                    /** @description The choice, where the step asks for one. */
                    outcome?: string | null;
                    /** @description The part of an interlinked dossier; left out: the whole. */
                    part?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    skipDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    officer: string | null;
                    reason: string;
                    /** @description The part of an interlinked dossier; left out: the whole. */
                    part?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completePartDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    part: string;
                    result: {
                        number: string;
                        /** Format: date */
                        issuedOn: string;
                        summary: string;
                    } | null;
                    note: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendBackDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    step: string;
                    reason: string;
                    /** @description The part of an interlinked dossier; left out: the whole. */
                    part?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    reason: string;
                    /** @description The part of an interlinked dossier; left out: the whole. */
                    part?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reassignDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    officer: string;
                    reason: string;
                    /** @description The part of an interlinked dossier; left out: the whole. */
                    part?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consultDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    agency: string;
                    question: string;
                    /** Format: date-time */
                    dueAt: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerConsultationDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    id: string;
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestSupplementDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    items: string[];
                    reason: string;
                    /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
                    ground?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    supplySupplementDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    documents: components["schemas"]["SubmittedDocument"][];
                    note: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPaymentDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    lines: {
                        name: string;
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordPaymentDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    amount: number;
                    /** @enum {string} */
                    method: "cash" | "transfer" | "online";
                    reference: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    ground: string;
                    note: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    note: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftApologyDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    reason: string;
                    /** Format: date-time */
                    dueAt: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apologiseDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    reason: string;
                    /** Format: date-time */
                    dueAt: string;
                    letter: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    reason: string;
                    /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
                    ground?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    reason: string;
                    /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
                    ground?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    reason: string;
                    /** @description A ground of the catalogue for this action, beside the written reason; left out: none is named. */
                    ground?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signResultDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    result: {
                        number: string;
                        /** Format: date */
                        issuedOn: string;
                        summary: string;
                        file: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    result: {
                        number: string;
                        /** Format: date */
                        issuedOn: string;
                        summary: string;
                        file: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    receivedBy: string;
                    /** @enum {string} */
                    by: "counter" | "postal" | "online";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    applicant: components["schemas"]["Party"] | null;
                    answers: {
                        [key: string]: string | number | boolean | string[];
                    } | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeCorrectionDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    /** @enum {string} */
                    what: "acceptedAt" | "finishedAt" | "returnedAt";
                    /** Format: date-time */
                    to: string;
                    reason: string;
                    document: string | null;
                    file: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveCorrectionDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    number: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectCorrectionDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    number: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rebaseDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                    expectedVersion: number | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierChanged"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDossiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changes: {
                        dossier: string;
                        /** @description The version that the asker saw; null where the change does not depend on what was seen. */
                        expectedVersion: number | null;
                        key: string | null;
                        command: components["schemas"]["DossierCommand"];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outcomes: {
                            dossier: string;
                            /** @enum {string} */
                            kind: "changed" | "refused";
                            version: number | null;
                            state: ("draft" | "submitted" | "declined" | "accepted" | "inProgress" | "awaitingSupplement" | "awaitingPayment" | "withdrawn" | "stopped" | "refused" | "resolved" | "returned") | null;
                            code: string | null;
                            problem: components["schemas"]["Problem"] | null;
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFile: {
        parameters: {
            query?: {
                dossier?: string;
            };
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyDossiers: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            code: string | null;
                            procedureName: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "declined" | "accepted" | "inProgress" | "awaitingSupplement" | "awaitingPayment" | "withdrawn" | "stopped" | "refused" | "resolved" | "returned";
                            stateName: string;
                            /** Format: date-time */
                            dueAt: string | null;
                            /** Format: date-time */
                            submittedAt: string | null;
                            /** Format: date-time */
                            lastAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQueue: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            procedureCode: string;
                            procedureName: string;
                            applicantName: string;
                            /** @enum {string} */
                            channel: "online" | "inPerson" | "postal";
                            counterName: string;
                            /** Format: date-time */
                            submittedAt: string;
                            /** Format: date-time */
                            acceptBy: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorklist: {
        parameters: {
            query?: {
                filter?: "all" | "late" | "today" | "soon" | "waiting" | "mine";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            late: number;
                            today: number;
                            soon: number;
                            waiting: number;
                            all: number;
                        };
                        items: {
                            id: string;
                            version: number;
                            code: string | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "declined" | "accepted" | "inProgress" | "awaitingSupplement" | "awaitingPayment" | "withdrawn" | "stopped" | "refused" | "resolved" | "returned";
                            stateName: string;
                            procedureCode: string;
                            procedureName: string;
                            applicantName: string;
                            step: string | null;
                            stepName: string | null;
                            holderName: string | null;
                            /** @description The part of an interlinked dossier that it is about. */
                            part: string | null;
                            partName: string | null;
                            /** Format: date-time */
                            dueAt: string | null;
                            remainingMinutes: number | null;
                            /** @enum {string} */
                            timeState: "inTime" | "nearDue" | "overdue" | "paused" | "done" | "none";
                            agencyName: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchDossiers: {
        parameters: {
            query: {
                q: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            code: string | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "declined" | "accepted" | "inProgress" | "awaitingSupplement" | "awaitingPayment" | "withdrawn" | "stopped" | "refused" | "resolved" | "returned";
                            stateName: string;
                            procedureName: string;
                            applicantName: string;
                            agencyName: string;
                            /** Format: date-time */
                            dueAt: string | null;
                            /** Format: date-time */
                            lastAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSigning: {
        parameters: {
            query?: {
                kind?: "apology" | "result" | "correction";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            apology: number;
                            result: number;
                            correction: number;
                        };
                        items: {
                            id: string;
                            version: number;
                            code: string | null;
                            procedureName: string;
                            applicantName: string;
                            holderName: string | null;
                            /** Format: date-time */
                            dueAt: string | null;
                            /** Format: date-time */
                            since: string;
                            reason: string | null;
                            /** Format: date-time */
                            promisedAt: string | null;
                            resultNumber: string | null;
                            resultSummary: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trackDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "declined" | "accepted" | "inProgress" | "awaitingSupplement" | "awaitingPayment" | "withdrawn" | "stopped" | "refused" | "resolved" | "returned";
                        stateName: string;
                        stage: number;
                        stages: string[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyNotices: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            dossier: string;
                            code: string | null;
                            text: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReminders: {
        parameters: {
            query?: {
                kind?: "nearDue" | "apologyOwed" | "due" | "stepOverdue" | "acceptanceOverdue" | "supplementUnanswered" | "handOverOverdue" | "consultationOverdue" | "resultNotClosed";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            /** @enum {string} */
                            kind: "nearDue" | "apologyOwed" | "due" | "stepOverdue" | "acceptanceOverdue" | "supplementUnanswered" | "handOverOverdue" | "consultationOverdue" | "resultNotClosed";
                            name: string;
                            count: number;
                        }[];
                        items: {
                            id: number;
                            /** @enum {string} */
                            kind: "nearDue" | "apologyOwed" | "due" | "stepOverdue" | "acceptanceOverdue" | "supplementUnanswered" | "handOverOverdue" | "consultationOverdue" | "resultNotClosed";
                            kindName: string;
                            /** @enum {string} */
                            audience: "holder" | "leader";
                            dossier: string;
                            code: string | null;
                            procedureName: string;
                            applicantName: string;
                            text: string;
                            article: string;
                            /** Format: date-time */
                            firedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            holderName: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOfficerNotices: {
        parameters: {
            query?: {
                unread?: "true" | "false";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                        items: {
                            id: number;
                            dossier: string;
                            code: string | null;
                            procedureName: string;
                            applicantName: string;
                            /** @enum {string} */
                            kind: "nearDue" | "apologyOwed" | "due" | "stepOverdue" | "acceptanceOverdue" | "supplementUnanswered" | "handOverOverdue" | "consultationOverdue" | "resultNotClosed";
                            kindName: string;
                            /** @enum {string} */
                            audience: "holder" | "leader";
                            text: string;
                            article: string;
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            readAt: string | null;
                            open: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countOfficerNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOfficerNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: number;
                    before: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProcesses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        version: number;
                        steps: number;
                        /** @description Working minutes of all steps that have a time. */
                        minutes: number;
                        versions: number;
                        /** @description Procedures that use it today or did. */
                        procedures: number;
                        /** @description What the check warns of. */
                        findings: number;
                    }[];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description Newest first. */
                        versions: {
                            version: number;
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            source: string;
                            minutes: number;
                            steps: {
                                id: string;
                                name: string;
                                kindName: string;
                                roleName: string;
                                placeName: string;
                                minutes: number | null;
                                /** @description Ways in words, in the order in which they are tried. Empty: the following step. */
                                next: string[];
                                /** @description Work of other agencies at the same time, in words. */
                                parts: string[];
                            }[];
                        }[];
                        uses: {
                            code: string;
                            name: string;
                            caseName: string;
                        }[];
                        findings: string[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareProcessVersions: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            /** @enum {string} */
                            kind: "added" | "removed" | "moved" | "changed";
                            text: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProcessAsBpmn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description BPMN 2.0 with a diagram */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rebaseOpenDossiers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @description Says what it would come to and changes nothing. */
                    dryRun: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Open dossiers under other versions of the process before. */
                        open: number;
                        moved: number;
                        /** @description Dossiers that lie where the version has no step. */
                        strandedCount: number;
                        /** @description The first of them, by code. */
                        stranded: {
                            dossier: string;
                            code: string | null;
                            steps: string[];
                        }[];
                        /** @description What could not be moved because it went on meanwhile, in words. */
                        left: string[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatisticsOfToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acceptedToday: number;
                        finishedToday: number;
                        /** @description Of those finished today, to one decimal; null when there are none. */
                        onTimePercent: number | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "down";
                        /** @enum {string} */
                        database: "up" | "down";
                        projection: {
                            behindSeconds: number | null;
                        };
                        truth: {
                            /** Format: date-time */
                            checkedAt: string | null;
                            /** @description Comparisons in the background that found something not to agree, and still do. */
                            alarms: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "down";
                        /** @enum {string} */
                        database: "up" | "down";
                        projection: {
                            behindSeconds: number | null;
                        };
                        truth: {
                            /** Format: date-time */
                            checkedAt: string | null;
                            /** @description Comparisons in the background that found something not to agree, and still do. */
                            alarms: number;
                        };
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTruth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        checkedAt: string | null;
                        /** @description How many comparisons still find something; the newest of them are listed. */
                        alarms: number;
                        items: {
                            number: number;
                            /** @enum {string} */
                            kind: "totals" | "dossiers";
                            /** Format: date-time */
                            since: string;
                            differences: {
                                /** @enum {string} */
                                kind: "event" | "row" | "fact" | "report";
                                dossier: string | null;
                                what: string;
                                reason: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReportScopes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        kind: string;
                        people: boolean;
                    }[];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReportForms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        title: string;
                        number: string | null;
                        source: string;
                        unit: string;
                        rows: {
                            /** @enum {string} */
                            id: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                            name: string;
                        }[];
                    }[];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeriodRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** Format: date */
                        validFrom: string;
                        validTo: string | null;
                        usual: boolean;
                        source: string;
                        cut: {
                            /** @enum {string} */
                            by: "months" | "weeks";
                            startDay: number;
                        };
                    }[];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReport: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                structure?: "then" | "now";
                corrections?: "true" | "false";
            };
            header?: never;
            path: {
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReportDossiers: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                structure?: "then" | "now";
                corrections?: "true" | "false";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
                cursor?: string;
            };
            header?: never;
            path: {
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figure: {
                            id: string;
                            name: string;
                            words: string;
                        };
                        items: {
                            id: string;
                            code: string | null;
                            procedureName: string;
                            /** Format: date-time */
                            submittedAt: string;
                            /** Format: date-time */
                            acceptedAt: string | null;
                            /** Format: date-time */
                            dueAt: string | null;
                            /** Format: date-time */
                            finishedAt: string | null;
                            holder: string | null;
                            reason: string | null;
                            why: string;
                            /** @description Whether the asker may open the dossier. */
                            readable: boolean;
                        }[];
                        next: string | null;
                        total: number;
                        rowName: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportAsXlsx: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                structure?: "then" | "now";
                corrections?: "true" | "false";
            };
            header?: never;
            path: {
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportDossiersAsXlsx: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                structure?: "then" | "now";
                corrections?: "true" | "false";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
            };
            header?: never;
            path: {
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportDossiersAsCsv: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                structure?: "then" | "now";
                corrections?: "true" | "false";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
            };
            header?: never;
            path: {
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkload: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workload"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkloadAsXlsx: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReportProcedures: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                structure?: "then" | "now";
                corrections?: "true" | "false";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
            };
            header?: never;
            path: {
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figure: {
                            id: string;
                            name: string;
                            words: string;
                        };
                        used: {
                            id: string;
                            name: string;
                        } | null;
                        items: {
                            code: string;
                            name: string;
                            field: string;
                            /** @enum {string} */
                            onlineLevel: "fullyOnline" | "partiallyOnline" | "none";
                            levelName: string;
                            dossiers: number | null;
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportProceduresAsXlsx: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                structure?: "then" | "now";
                corrections?: "true" | "false";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
            };
            header?: never;
            path: {
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportProceduresAsCsv: {
        parameters: {
            query: {
                scope: string;
                from?: string;
                to?: string;
                /** @description 2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024. */
                period?: string;
                rule?: string;
                asOf?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                structure?: "then" | "now";
                corrections?: "true" | "false";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
            };
            header?: never;
            path: {
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublishedReports: {
        parameters: {
            query?: {
                scope?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            publishedByName: string;
                            title: string;
                            scope: {
                                id: string;
                                name: string;
                            };
                            period: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                            /** Format: date-time */
                            asOf: string;
                            contentHash: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scope: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    /** Format: date-time */
                    asOf?: string;
                    corrections?: boolean;
                    tables: {
                        form?: string;
                        /** @enum {string} */
                        by: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedReport"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedReport"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedReportContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Canonical JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReportDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            scope: {
                                id: string;
                                name: string;
                            };
                            period: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                            /** Format: date-time */
                            openedAt: string;
                            openedByName: string;
                            publishedNumber: number | null;
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openReportDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scope: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportDraftAsPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportDraftAsDocx: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        scope: {
                            id: string;
                            name: string;
                        };
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** Format: date-time */
                        openedAt: string;
                        openedByName: string;
                        publishedNumber: number | null;
                        /** Format: date-time */
                        asOf: string;
                        document: {
                            narrative: {
                                id: string;
                                version: number;
                            };
                            subject: string;
                            sections: {
                                id: string;
                                heading: string;
                                level: number;
                                paragraphs: {
                                    id: string;
                                    /** @enum {string} */
                                    look: "text" | "item";
                                    runs: {
                                        text: string;
                                        code: string | null;
                                        blank: boolean;
                                    }[];
                                    rewrittenBy: string | null;
                                }[];
                            }[];
                            recipients: string[];
                            letter: {
                                issuer: {
                                    superior: string | null;
                                    name: string;
                                };
                                number: string | null;
                                place: string;
                                date: string | null;
                                signature: {
                                    authority: string | null;
                                    title: string;
                                    name: string | null;
                                };
                            };
                            figures?: {
                                this: string[];
                                previous: string[];
                                lastYear: string[];
                            };
                        };
                        blanks: string[];
                        edits: number;
                        edited: {
                            [key: string]: {
                                number: number;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                        };
                        leftOut: {
                            id: string;
                            section: string;
                            text: string;
                        }[];
                        figures: {
                            id: string;
                            name: string;
                            words: string;
                            text: string;
                        }[];
                        compared: {
                            previous: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            lastYear: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                        };
                        mayPublish: boolean;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReportDraftEdits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            number: number;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            paragraph: string;
                            text: string | null;
                            restored: boolean;
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editReportDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    paragraph: string;
                    pieces: ({
                        text: string;
                    } | {
                        code: string;
                    } | {
                        blank: string;
                    })[] | null;
                    /** @enum {boolean} */
                    restore?: true;
                    added: {
                        section: string;
                        after: string | null;
                        /** @enum {string} */
                        look: "text" | "item";
                    } | null;
                    seen: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        scope: {
                            id: string;
                            name: string;
                        };
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** Format: date-time */
                        openedAt: string;
                        openedByName: string;
                        publishedNumber: number | null;
                        /** Format: date-time */
                        asOf: string;
                        document: {
                            narrative: {
                                id: string;
                                version: number;
                            };
                            subject: string;
                            sections: {
                                id: string;
                                heading: string;
                                level: number;
                                paragraphs: {
                                    id: string;
                                    /** @enum {string} */
                                    look: "text" | "item";
                                    runs: {
                                        text: string;
                                        code: string | null;
                                        blank: boolean;
                                    }[];
                                    rewrittenBy: string | null;
                                }[];
                            }[];
                            recipients: string[];
                            letter: {
                                issuer: {
                                    superior: string | null;
                                    name: string;
                                };
                                number: string | null;
                                place: string;
                                date: string | null;
                                signature: {
                                    authority: string | null;
                                    title: string;
                                    name: string | null;
                                };
                            };
                            figures?: {
                                this: string[];
                                previous: string[];
                                lastYear: string[];
                            };
                        };
                        blanks: string[];
                        edits: number;
                        edited: {
                            [key: string]: {
                                number: number;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                        };
                        leftOut: {
                            id: string;
                            section: string;
                            text: string;
                        }[];
                        figures: {
                            id: string;
                            name: string;
                            words: string;
                            text: string;
                        }[];
                        compared: {
                            previous: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            lastYear: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                        };
                        mayPublish: boolean;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishReportDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                    seen: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedReport"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedDifference: {
        parameters: {
            query?: {
                asOf?: string;
                corrections?: "true" | "false";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        corrections: boolean;
                        tables: {
                            form: string;
                            title: string;
                            by: string;
                            cells: {
                                row: string | null;
                                rowName: string | null;
                                figure: string;
                                figureName: string;
                                before: number | null;
                                now: number | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublishedMoves: {
        parameters: {
            query?: {
                asOf?: string;
                corrections?: "true" | "false";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        corrections: boolean;
                        forms: {
                            form: string;
                            title: string;
                            total: number;
                            items: {
                                id: string;
                                code: string | null;
                                before: string | null;
                                now: string | null;
                                left: {
                                    id: string;
                                    name: string;
                                }[];
                                entered: {
                                    id: string;
                                    name: string;
                                }[];
                            }[];
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublishedDifference: {
        parameters: {
            query: {
                asOf?: string;
                corrections?: "true" | "false";
                form?: string;
                by: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        left: {
                            id: string;
                            code: string | null;
                            why: string;
                        }[];
                        entered: {
                            id: string;
                            code: string | null;
                            why: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedMovesAsXlsx: {
        parameters: {
            query?: {
                asOf?: string;
                corrections?: "true" | "false";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedMovesAsCsv: {
        parameters: {
            query?: {
                asOf?: string;
                corrections?: "true" | "false";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedReportAsXlsx: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedReportAsPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedReportAsDocx: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublishedDossiers: {
        parameters: {
            query: {
                form?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                of?: "this" | "previous" | "lastYear";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
                cursor?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figure: {
                            id: string;
                            name: string;
                            words: string;
                        };
                        items: {
                            id: string;
                            code: string | null;
                            procedureName: string;
                            /** Format: date-time */
                            submittedAt: string;
                            /** Format: date-time */
                            acceptedAt: string | null;
                            /** Format: date-time */
                            dueAt: string | null;
                            /** Format: date-time */
                            finishedAt: string | null;
                            holder: string | null;
                            reason: string | null;
                            why: string;
                            /** @description Whether the asker may open the dossier. */
                            readable: boolean;
                        }[];
                        next: string | null;
                        total: number;
                        rowName: string | null;
                        title: string;
                        scopeName: string;
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** Format: date-time */
                        asOf: string;
                        corrections: boolean;
                        version: number;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedDossiersAsXlsx: {
        parameters: {
            query: {
                form?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                of?: "this" | "previous" | "lastYear";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishedDossiersAsCsv: {
        parameters: {
            query: {
                form?: string;
                by?: "field" | "level" | "agency" | "department" | "district" | "commune" | "counter" | "procedure" | "channel" | "acceptedBy" | "finishedBy" | "ground";
                of?: "this" | "previous" | "lastYear";
                figure: string;
                row?: string;
                side?: "numerator" | "denominator";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query: {
                scope: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLateDossiers: {
        parameters: {
            query: {
                scope: string;
                unit?: string;
                officer?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            code: string;
                            procedureName: string;
                            unitName: string;
                            officerName: string | null;
                            /** Format: date-time */
                            dueAt: string;
                            readable: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublicDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What everyone may know: no names, no single dossier. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicDashboard"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHallBoard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                counter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallBoard"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIndicatorSets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        name: string;
                        /** Format: date */
                        validFrom: string;
                        validTo: string | null;
                        note: string;
                    }[];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuality: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
                compare?: "previousPeriod" | "yesterday";
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quality"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQualityLost: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        points: number;
                        procedures: {
                            id: string;
                            name: string;
                            points: number;
                            losses: {
                                component: string;
                                points: number;
                                dossiers: number | null;
                            }[];
                        }[];
                        agencies: {
                            id: string;
                            name: string;
                            points: number;
                            losses: {
                                component: string;
                                points: number;
                                dossiers: number | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQualityItems: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
                component: string;
                side: "numerator" | "denominator" | "missing";
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        componentName: string;
                        /** @enum {string} */
                        kind: "procedure" | "agency";
                        items: {
                            id: string;
                            name: string;
                            points: number | null;
                            why: string | null;
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQualityDossiers: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
                component: string;
                side: "numerator" | "denominator" | "missing";
                cursor?: string;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        componentName: string | null;
                        items: {
                            id: string;
                            code: string;
                            procedureName: string;
                            agencyName: string;
                            /** Format: date-time */
                            acceptedAt: string;
                            /** Format: date-time */
                            dueAt: string | null;
                            /** Format: date-time */
                            finishedAt: string | null;
                            points: number;
                            components: string[];
                            why: string;
                            /** @description Whether the asker may open the dossier. */
                            readable: boolean;
                        }[];
                        next: string | null;
                        total: number | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQualityLostDossiers: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
                procedure?: string;
                agency?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        componentName: string | null;
                        items: {
                            id: string;
                            code: string;
                            procedureName: string;
                            agencyName: string;
                            /** Format: date-time */
                            acceptedAt: string;
                            /** Format: date-time */
                            dueAt: string | null;
                            /** Format: date-time */
                            finishedAt: string | null;
                            points: number;
                            components: string[];
                            why: string;
                            /** @description Whether the asker may open the dossier. */
                            readable: boolean;
                        }[];
                        next: string | null;
                        total: number | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQualityChoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scopes: {
                            id: string;
                            name: string;
                        }[];
                        periods: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublicQuality: {
        parameters: {
            query?: {
                scope?: string;
                period?: string;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quality"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQualityAsXlsx: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQualityDossiersAsXlsx: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
                component?: string;
                side?: "numerator" | "denominator" | "missing";
                procedure?: string;
                agency?: string;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQualityDossiersAsCsv: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
                component?: string;
                side?: "numerator" | "denominator" | "missing";
                procedure?: string;
                agency?: string;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHandlingTimes: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        procedures: {
                            id: string;
                            name: string;
                            finished: number;
                            measured: number;
                            average: number | null;
                            /** @enum {string} */
                            unit: "workingHours" | "workingDays" | "calendarDays" | "months";
                            term: string | null;
                        }[];
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHandlingTimes: {
        parameters: {
            query: {
                scope: string;
                period: string;
                asOf?: string;
                procedure: string;
                cursor?: string;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            code: string;
                            agencyName: string;
                            /** Format: date-time */
                            acceptedAt: string;
                            /** Format: date-time */
                            finishedAt: string;
                            time: number | null;
                            /** @enum {string} */
                            unit: "workingHours" | "workingDays" | "calendarDays" | "months";
                            pauses: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            }[];
                            /** @description Whether the asker may open the dossier. */
                            readable: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        name: string;
                        type: string;
                        bytes: number;
                    };
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
