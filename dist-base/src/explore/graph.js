/** The steps along the breadth-first tree from the initial state to `state`. */
export function stepsTo(graph, state) {
    const steps = [];
    for (let at = state; graph.parent[at] >= 0; at = graph.parent[at])
        steps.push(graph.via[at]);
    return steps.reverse();
}
//# sourceMappingURL=graph.js.map