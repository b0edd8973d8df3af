type DemoAccountsProps = { accounts: readonly { login: string; who: string }[]; password: string };

/** Shown in the demonstration alone, where these accounts are published anyway. */
export function DemoAccounts({ accounts, password }: DemoAccountsProps) {
  return (
    <details className="mt-5 border-t border-border pt-3 text-sm text-muted">
      <summary className="cursor-pointer py-1">Учётные записи демонстрации</summary>
      <p className="mt-2">
        Пароль для всех: <span className="font-medium text-foreground">{password}</span>
      </p>
      <dl className="mt-2 grid gap-2">
        {accounts.map(({ login, who }) => (
          <div key={login}>
            <dt className="font-medium text-foreground">{login}</dt>
            <dd>{who}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
