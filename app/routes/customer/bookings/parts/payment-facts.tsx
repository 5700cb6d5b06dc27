/** What happened to the customer's money, as the server tells it. */
export const PaymentFacts = ({ facts }: { facts: readonly string[] }) => <ul className="grid gap-1 text-sm text-muted">{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>;
