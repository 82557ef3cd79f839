/** Handlebars in one file: it loads three times as fast as the package's seventy modules and brings no source maps along. */
declare module 'handlebars/dist/handlebars.js' {
  import Handlebars from 'handlebars';
  export default Handlebars;
}
