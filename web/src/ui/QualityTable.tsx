import { Fragment, type ReactNode } from 'react'
import type { Quality } from '../api/views.ts'
import { number } from '../text/moments.ts'
import { changeText, pointsText, QUALITY_TEXT as TEXT, ratioText, scoreText } from '../text/quality-text.ts'

type Group = Quality['groups'][number]
export type QualityComponent = Group['components'][number]

type TableProps = {
  readonly quality: Quality
  /** How the two numbers of a component are shown, where they lead somewhere. */
  readonly counted?: (component: QualityComponent) => ReactNode
}

/** Groups with their components, each with what was counted and why it has no points. */
export function QualityTable({ quality, counted = plainNumbers }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a region for each table is too loud
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must take the keyboard
    <div className="table-frame" role="group" aria-label={TEXT.groups} tabIndex={0}>
      <table className="table quality">
        <caption className="visually-hidden">{TEXT.groups}</caption>
        <thead>
          <tr>
            <th scope="col">{TEXT.component}</th>
            <th scope="col" className="number">
              {TEXT.points}
            </th>
            <th scope="col" className="number">
              {TEXT.most}
            </th>
            {quality.compared !== null && (
              <th scope="col" className="number">
                {TEXT.change}
              </th>
            )}
            <th scope="col" className="number">
              {TEXT.counted}
            </th>
            <th scope="col" className="number">
              {TEXT.ratio}
            </th>
          </tr>
        </thead>
        <tbody>
          {quality.groups.map((group) => (
            <Fragment key={group.id}>
              <GroupRow group={group} compared={quality.compared !== null} />
              {group.components.map((component) => (
                <tr key={component.id}>
                  <th scope="row">
                    <span className="figures soft">{component.id}</span> {component.name}
                    {component.reason !== null && <span className="quality-note">{component.reason}</span>}
                  </th>
                  <td className={component.points === null ? 'number soft' : 'number'}>{pointsText(component)}</td>
                  <td className="number">{number(component.maxPoints)}</td>
                  {quality.compared !== null && (
                    <td className="number">{changeText(component.points, component.before)}</td>
                  )}
                  <td className="number nowrap">{counted(component)}</td>
                  <td className="number">{ratioText(component.ratio)}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function GroupRow({ group, compared }: { readonly group: Group; readonly compared: boolean }) {
  return (
    <tr className="sum">
      <th scope="row">{group.name}</th>
      <td className="number">{group.points === null ? TEXT.noData : scoreText(group.points)}</td>
      <td className="number nowrap">
        {group.assessable === group.maxPoints
          ? number(group.maxPoints)
          : `${number(group.assessable)}/${number(group.maxPoints)}`}
      </td>
      {compared && <td className="number">{changeText(group.points, group.before)}</td>}
      <td />
      <td />
    </tr>
  )
}

export function plainNumbers({ numerator, denominator }: QualityComponent): ReactNode {
  return numerator === null || denominator === null ? '–' : `${number(numerator)} / ${number(denominator)}`
}

/** How each component is counted, with its source. */
export function QualityNotes({ quality }: { readonly quality: Quality }) {
  return (
    <details>
      <summary>{TEXT.how}</summary>
      <p>{quality.set.note}</p>
      <dl className="quality-how">
        {quality.groups
          .flatMap((group) => group.components)
          .map((each) => (
            <Fragment key={each.id}>
              <dt>
                {each.id} {each.name}
              </dt>
              <dd>
                {each.numeratorWords} / {each.denominatorWords.toLowerCase()}
                {each.fullAt < 100 && `; ${TEXT.fullFrom} ${each.fullAt}%`}. {each.note} <cite>{each.source}</cite>
              </dd>
            </Fragment>
          ))}
      </dl>
      <p>
        {TEXT.classes}: {quality.classes.map(({ name, from }) => `${name} ${TEXT.from} ${number(from)}`).join('; ')}.
      </p>
    </details>
  )
}
