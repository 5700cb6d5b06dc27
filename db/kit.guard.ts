import { getTableColumns } from "drizzle-orm";
import { getTableConfig, sqliteTable } from "drizzle-orm/sqlite-core";

const allowed: Record<string, (column: string) => string> = {
  SQLiteInteger: (column) => `typeof(${column}) in ('integer', 'null')`,
  SQLiteReal: (column) => `typeof(${column}) in ('real', 'null')`,
  SQLiteBoolean: (column) => `${column} in (0, 1)`,
};

/**
 * A SQLite table whose number and truth columns refuse anything else.
 * The check is part of the column's own type, because a table check on a new column
 * makes the generated migration copy a column the old table does not have.
 * A violation is named `<table>_<column>_number`.
 */
export const guardNumbers: typeof sqliteTable = ((...definition: Parameters<typeof sqliteTable>) => {
  const table = sqliteTable(...definition);
  const name = getTableConfig(table).name;
  for (const column of Object.values(getTableColumns(table))) {
    const rule = allowed[column.columnType];
    if (!rule) continue;
    const type = `${column.getSQLType()} CONSTRAINT \`${name}_${column.name}_number\` CHECK (${rule(`\`${column.name}\``)})`;
    column.getSQLType = () => type;
  }
  return table;
}) as typeof sqliteTable;
