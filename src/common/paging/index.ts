export { cursorSchema, limitSchema, type Page, pageSchema, toPage } from './page.js';
