/** What every page needs; a page's own look comes with the page. */
import './tokens.css';
import './base.css';
import './layout.css';
import '../app/shell.css';
import '../app/account.css';
import '../components/badge.css';
import '../components/button.css';
import '../components/dialog.css';
import '../components/empty-state.css';
import '../components/field.css';
import '../components/loading.css';
import '../components/meter.css';
import '../components/page-header.css';
import '../components/problem-note.css';
import '../components/table.css';
import '../session/login.css';
