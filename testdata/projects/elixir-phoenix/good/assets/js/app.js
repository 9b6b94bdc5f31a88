import 'phoenix_html';
