CREATE TABLE `search_entry` (
	`id` integer CONSTRAINT `search_entry_id_number` CHECK (typeof(`id`) in ('integer', 'null')) PRIMARY KEY AUTOINCREMENT NOT NULL,
	`listing_id` text NOT NULL,
	`helper_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entry_listing` ON `search_entry` (`listing_id`);--> statement-breakpoint
CREATE INDEX `search_entry_helper` ON `search_entry` (`helper_id`);