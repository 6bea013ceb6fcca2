const epsilon = 1e-9;
/** @param costs of the columns of an identity matrix, with which it begins */
export function masterOf(costs) {
    const n = costs.length;
    const inverse = new Float64Array(n * n);
    const cost = Float64Array.from(costs);
    // Slightly different right sides keep the method from going round in a circle; prices do not depend on them.
    const x = Float64Array.from({ length: n }, (_, row) => 1 + 1e-6 * (1 + ((row * 7919) % 1009) / 1009));
    for (let row = 0; row < n; row++)
        inverse[row * n + row] = 1;
    const prices = new Float64Array(n);
    const direction = new Float64Array(n);
    const price = () => {
        prices.fill(0);
        for (let row = 0; row < n; row++) {
            const c = cost[row];
            if (c !== 0)
                for (let k = 0; k < n; k++)
                    prices[k] += c * inverse[row * n + k];
        }
    };
    price();
    const pivot = (columnCost, column) => {
        let leaves = -1;
        let least = Infinity;
        for (let row = 0; row < n; row++) {
            let d = 0;
            for (const [k, times] of column)
                d += inverse[row * n + k] * times;
            direction[row] = d;
            if (d > 1e-7 && x[row] / d < least) {
                least = x[row] / d;
                leaves = row;
            }
        }
        if (leaves < 0)
            return false;
        const reduced = columnCost - [...column].reduce((sum, [k, times]) => sum + prices[k] * times, 0);
        const by = direction[leaves];
        for (let k = 0; k < n; k++)
            inverse[leaves * n + k] /= by;
        x[leaves] /= by;
        for (let row = 0; row < n; row++) {
            const d = direction[row];
            if (row === leaves || Math.abs(d) < 1e-12)
                continue;
            for (let k = 0; k < n; k++)
                inverse[row * n + k] -= d * inverse[leaves * n + k];
            x[row] = Math.max(0, x[row] - d * x[leaves]);
        }
        for (let k = 0; k < n; k++)
            prices[k] += reduced * inverse[leaves * n + k];
        cost[leaves] = columnCost;
        return true;
    };
    let pivots = 0;
    const settle = () => {
        for (let times = 0; times < 4 * n; times++) {
            let lowest = -epsilon;
            let which = -1;
            for (let k = 0; k < n; k++)
                if (prices[k] < lowest) {
                    lowest = prices[k];
                    which = k;
                }
            if (which < 0 || !pivot(0, new Map([[which, -1]])))
                return;
        }
    };
    return {
        prices,
        settle,
        enter: (columnCost, column) => {
            let reduced = columnCost;
            for (const [k, times] of column)
                reduced -= prices[k] * times;
            if (reduced > -1e-7 || !pivot(columnCost, column))
                return false;
            if (++pivots % 64 === 0)
                price();
            return true;
        },
    };
}
//# sourceMappingURL=master.js.map