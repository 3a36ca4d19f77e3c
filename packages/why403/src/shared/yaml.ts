// The package is CommonJS: only from a module of ours, not from `import()` itself, do its names come through the bundle.
export { isMap, isScalar, isSeq, LineCounter, parse, parseAllDocuments } from 'yaml';
