const config = {
  src: "./web",
  language: "typescript",
  schema: "./schema.graphql",
  artifactDirectory: "./web/__generated__",
  eagerEsModules: true,
  useImportTypeSyntax: true,
  excludes: ["**/__generated__/**"],
};

// The compiler require()s this file and reads plain JSON: neither default export form works for it.
export { config as "module.exports" };
