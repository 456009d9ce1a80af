export { cursorSchema, limitSchema, type Page, pageSchema, timeSchema, toPage } from './page.js';
