import { is, Table } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";

const columnsOf = (table: string, columns: readonly unknown[]): string =>
  columns.map((column) => `${table}.${(column as { name?: string }).name}`).join(", ");

const uniqueRules = (table: SQLiteTable): [string, string][] => {
  const config = getTableConfig(table);
  const single = config.columns.filter((column) => column.primary);
  return [
    ...single.map((column): [string, string] => [columnsOf(config.name, [column]), `${config.name}_pkey`]),
    ...config.primaryKeys.map((key): [string, string] => [columnsOf(config.name, key.columns), key.getName()]),
    ...config.columns
      .filter((column) => column.isUnique && column.uniqueName)
      .map((column): [string, string] => [columnsOf(config.name, [column]), column.uniqueName ?? ""]),
    ...config.uniqueConstraints.map((rule): [string, string] => [
      columnsOf(config.name, rule.columns),
      rule.getName() ?? "",
    ]),
    ...config.indexes
      .filter((index) => index.config.unique)
      .map((index): [string, string] => [columnsOf(config.name, index.config.columns), index.config.name]),
  ];
};

/**
 * SQLite names the columns of a broken unique rule, PostgreSQL names the rule.
 * Returns a function that finds the rule's name for "table.a, table.b"; the columns stay where two rules share them.
 */
export const uniqueNames = (schema: Record<string, unknown>) => {
  let names: Map<string, string> | undefined;
  const collect = () => {
    const found = new Map<string, string>();
    for (const table of Object.values(schema).filter((each) => is(each, Table)))
      for (const [columns, name] of uniqueRules(table as SQLiteTable))
        found.set(columns, found.has(columns) ? columns : name);
    return found;
  };
  return (columns: string): string => {
    names ??= collect();
    return names.get(columns) ?? columns;
  };
};
