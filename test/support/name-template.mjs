/** Before the first suite: how the database is called that `migrated-template.ts` makes for this run. */
export default () => {
  process.env.KOUJING_TEST_TEMPLATE = `koujing_template_${process.pid}_${Date.now()}`;
};
