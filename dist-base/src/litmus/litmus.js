export {};
//# sourceMappingURL=litmus.js.map