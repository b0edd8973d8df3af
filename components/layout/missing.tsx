import { LinkButton } from "@/components/ui/link-button";

/** A foreign document answers exactly as a missing one, so the words fit both. */
export function Missing() {
  return (
    <>
      <h1>Страница не найдена</h1>
      <p className="mt-2 max-w-2xl text-muted">
        Такой страницы нет, или у вас нет к ней доступа. Проверьте адрес: возможно, ссылка устарела или скопирована не целиком.
      </p>
      <p className="mt-2 max-w-2xl text-muted">Если ссылку вам прислали, попросите администратора договора проверить ваши права.</p>
      <p className="mt-5">
        <LinkButton href="/" variant="primary">
          Перейти на главную
        </LinkButton>
      </p>
    </>
  );
}
