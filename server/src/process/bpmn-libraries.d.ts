// The libraries ship no types of their own entrance; declared is what we use, as they really behave.

declare module 'bpmn-moddle' {
  /** An element of a BPMN document; references lead to other elements. Unknown elements keep their attributes. */
  export type BpmnElement = {
    readonly $type: string
    readonly id?: string
    readonly name?: string
    readonly rootElements?: readonly BpmnElement[]
    readonly flowElements?: readonly BpmnElement[]
    readonly extensionElements?: { readonly values?: readonly BpmnElement[] }
    incoming?: BpmnElement[]
    outgoing?: BpmnElement[]
    readonly sourceRef?: BpmnElement
    readonly targetRef?: BpmnElement
    default?: BpmnElement
    readonly conditionExpression?: BpmnElement
    readonly language?: string
    readonly body?: string
    readonly fields?: readonly BpmnElement[]
    readonly value?: string
  }

  type Parsed = { readonly rootElement: BpmnElement; readonly warnings: readonly { readonly message: string }[] }

  export class BpmnModdle {
    constructor(packages: Readonly<Record<string, object>>)
    create(type: string, properties: object): BpmnElement
    /** Rejects where the text is no XML or its root no BPMN. */
    fromXML(xml: string): Promise<Parsed>
    toXML(element: BpmnElement, options: { readonly format: boolean }): Promise<{ readonly xml: string }>
  }
}

declare module 'bpmn-auto-layout' {
  /** The same document with a diagram. */
  export function layoutProcess(xml: string): Promise<string>
}
