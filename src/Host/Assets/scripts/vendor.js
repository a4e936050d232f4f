import { Button, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink, Tabs, Accordion, createAll } from 'govuk-frontend'
import { MultiFileUpload, SortableTable } from '@ministryofjustice/frontend'

export function startVendor() {
  for (const component of [Accordion, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink, Tabs]) createAll(component)
  createAll(Button, { preventDoubleClick: true })
  createAll(SortableTable)
  createAll(MultiFileUpload)
}
