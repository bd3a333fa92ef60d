import './reader.css'
import { countVisit } from './beacon.ts'
import { offerLargeType } from './large-type.ts'

countVisit(document.body.dataset['slug'])
offerLargeType(document.querySelector<HTMLButtonElement>('button.large'))
