import './office.css'
