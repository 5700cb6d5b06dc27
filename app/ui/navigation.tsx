import { Link, NavLink } from '@remix-run/react';
import { ChevronLeft, ChevronRight, Menu } from './icons.ts';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconType } from './icon.tsx';

export interface NavItem {
  to: string;
  label: string;
  icon?: IconType;
  /** A number that waits, for instance open requests; words for it in `countLabel`. */
  count?: number;
  countLabel?: string;
  /** Current only on exactly this address. */
  end?: boolean;
}

function Count({ item }: { item: NavItem }) {
  if (!item.count) return null;
  return (
    <span className="q-count">
      <span aria-hidden={item.countLabel ? true : undefined}>{item.count}</span>
      {item.countLabel ? <span className="q-hidden">{item.countLabel}</span> : null}
    </span>
  );
}

export interface SiteHeaderProps {
  /** Logo or name, linked by the caller. */
  brand: ReactNode;
  label: string;
  items?: NavItem[];
  /** Word on the phone's menu button. */
  menuLabel: string;
  /** Language switch, sign-in, account. */
  actions?: ReactNode;
}

/** The customer's header; on phones the links lie in a details menu that needs no JavaScript. */
export function SiteHeader({ brand, label, items = [], menuLabel, actions }: SiteHeaderProps) {
  const links = (
    <>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end} className="q-header-link">
          {item.label}
          <Count item={item} />
        </NavLink>
      ))}
    </>
  );
  return (
    <header className="q-header">
      <div className="q-container q-container-normal q-header-inner">
        <div className="q-brand">{brand}</div>
        <nav aria-label={label} className="q-header-nav">{links}</nav>
        <div className="q-header-actions">{actions}</div>
        <details className="q-header-menu">
          <summary><Icon icon={Menu} />{menuLabel}</summary>
          <nav aria-label={label} className="q-header-panel">
            {links}
            {actions ? <div className="q-header-panel-actions">{actions}</div> : null}
          </nav>
        </details>
      </div>
    </header>
  );
}

/** Footer frame: help line (telephone, hours) first, columns of links, small print last. */
export function SiteFooter({ help, children, small }: { help?: ReactNode; children?: ReactNode; small?: ReactNode }) {
  return (
    <footer className="q-footer">
      <div className="q-container q-container-normal">
        {help ? <div className="q-footer-help">{help}</div> : null}
        {children ? <div className="q-footer-columns">{children}</div> : null}
        {small ? <div className="q-footer-small">{small}</div> : null}
      </div>
    </footer>
  );
}

/** Helper's navigation: four or five places under the thumb. */
export function BottomBar({ label, items }: { label: string; items: NavItem[] }) {
  return (
    <nav aria-label={label} className="q-bottom-bar">
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end}>
          <span className="q-bottom-icon">
            {item.icon ? <Icon icon={item.icon} size={24} /> : null}
            <Count item={item} />
          </span>
          <span className="q-bottom-label">{item.label}</span>
        </NavLink>
      ))}
    </nav>
  );
}

export interface SideNavProps {
  label: string;
  brand?: ReactNode;
  groups: { title?: string; items: NavItem[] }[];
  /** Below everything: who is signed in, sign-out. */
  foot?: ReactNode;
  /** Word on the button that opens it on small screens. */
  menuLabel: string;
}

/** Staff navigation at the left; a details menu on small screens. */
export function SideNav({ label, brand, groups, foot, menuLabel }: SideNavProps) {
  return (
    <header className="q-side">
      {brand ? <div className="q-side-brand">{brand}</div> : null}
      <details className="q-side-menu">
        <summary><Icon icon={Menu} />{menuLabel}</summary>
        <div className="q-side-body">
          <nav aria-label={label}>
            {groups.map((group, index) => (
              <div key={group.title ?? index} className="q-side-group">
                {group.title ? <p className="q-side-title">{group.title}</p> : null}
                <ul>
                  {group.items.map((item) => (
                    <li key={item.to}>
                      <NavLink to={item.to} end={item.end} className="q-side-link">
                        {item.icon ? <Icon icon={item.icon} size={18} /> : null}
                        <span>{item.label}</span>
                        <Count item={item} />
                      </NavLink>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </nav>
          {foot ? <div className="q-side-foot">{foot}</div> : null}
        </div>
      </details>
    </header>
  );
}

/** Views of one thing as links, so that each has an address. */
export function Tabs({ label, items }: { label: string; items: (NavItem & { current?: boolean })[] }) {
  return (
    <nav aria-label={label} className="q-tabs">
      {items.map((item) =>
        item.current === undefined ? (
          <NavLink key={item.to} to={item.to} end={item.end} className="q-tab">
            {item.label}<Count item={item} />
          </NavLink>
        ) : (
          <Link key={item.to} to={item.to} className="q-tab" aria-current={item.current ? 'page' : undefined}>
            {item.label}<Count item={item} />
          </Link>
        ),
      )}
    </nav>
  );
}

export interface PaginationProps {
  label: string;
  /** Addresses; absent at either end. */
  previous?: string | null;
  next?: string | null;
  previousLabel: string;
  nextLabel: string;
  /** "21–40 of 312". */
  summary: ReactNode;
}

export function Pagination({ label, previous, next, previousLabel, nextLabel, summary }: PaginationProps) {
  return (
    <nav aria-label={label} className="q-pagination">
      {previous ? (
        <Link to={previous} rel="prev" className="q-button q-secondary q-small"><Icon icon={ChevronLeft} />{previousLabel}</Link>
      ) : <span />}
      <p className="q-muted">{summary}</p>
      {next ? (
        <Link to={next} rel="next" className="q-button q-secondary q-small">{nextLabel}<Icon icon={ChevronRight} /></Link>
      ) : <span />}
    </nav>
  );
}

/** The way back to where one came from, above a title. */
export function BackLink({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  return <Link to={to} className={cx('q-back', className)}><Icon icon={ChevronLeft} size={18} />{children}</Link>;
}
