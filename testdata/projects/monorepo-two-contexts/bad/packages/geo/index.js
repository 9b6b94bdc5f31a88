export const distance = ({ a, b }) => ({ metres: Math.abs(Number(a) - Number(b)) });
