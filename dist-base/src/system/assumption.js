export {};
//# sourceMappingURL=assumption.js.map