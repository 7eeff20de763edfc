"""The tab of exchange: a first package waits for its words, comes in, is answered; one's own is made and goes."""

import email
import email.policy
import re
import subprocess

import tap
from harness import CONTROL, SAMPLES, SHOTS, Program


def centre(program, name, *commands):
    """A database of another centre in a home of its own, with a package of everything it has."""
    home = program.home / name
    home.mkdir()
    environment = {**program.environment, "XDG_DATA_HOME": str(home)}
    for words in (["create", f"--name={name}"], *commands, ["export", "--kind=all", "-o", program.home / f"{name}.xml"]):
        subprocess.run([str(CONTROL), f"--database={home / 'centre.db'}", *map(str, words)], env=environment, check=True,
                       capture_output=True)
    return environment, home / "centre.db", program.home / f"{name}.xml"


def words_of(environment, database, passphrase=""):
    answer = subprocess.run([str(CONTROL), f"--database={database}", "key"], check=True,
                            env={**environment, "BARYCENTER_PASSPHRASE": passphrase}, text=True, capture_output=True)
    return answer.stdout.splitlines()[0]


def window(**more):
    program = Program("--empty", settings={"tab": "'exchange'"}, **more)
    program.control("create", "--name=ИМЦ")
    return program


def scan(picture):
    """What a telephone would read out of the code on the screen or on paper."""
    return subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], check=True, text=True, capture_output=True).stdout


def bring(program, path):
    program.focus()
    program.key("ctrl+i")
    program.choose_file(path)
    return program.find("push button", "Внести")


def test_a_first_package_waits_for_its_words():
    with window() as program:
        program.find("label", "Пакетов ещё не было")
        program.screenshot("exchange-empty-ru")
        environment, database, path = centre(program, "Север", ["add", "organisation", "name=Лицей № 1", "kind=school"])
        words = words_of(environment, database)
        button = bring(program, path)
        assert not button.has("sensitive"), "the words come first"
        program.find("label", words)
        program.screenshot("exchange-words-ru")
        program.key("Escape")
        compare = program.find("push button", "Сверить слова…")
        assert program.sql("SELECT state, trust FROM parcel") == [("waiting", "unknown")]
        assert program.sql("SELECT count(*) FROM organisation") == [(0,)]
        program.screenshot("exchange-waiting-ru")

        compare.click()
        program.click("check box", "Отправитель назвал те же слова")
        program.find("push button", "Внести", state="sensitive").click()
        program.wait_sql([("applied", "unknown")], "SELECT state, trust FROM parcel")
        assert program.sql("SELECT name, way FROM sender") == [("Север", "words")]
        assert program.sql("SELECT name FROM organisation") == [("Лицей № 1",)]
        program.gone("push button", "Сверить слова…")
        program.find("label", "Импорт: Север")

        # Who the sender is says what it may send: that is changed, and taken back.
        program.click("label", "Север")
        part = program.find("list", "Что может присылать")
        program.screenshot("exchange-sender-ru")
        assert scan(SHOTS / "exchange-sender-ru.png").splitlines()[:2] == ["Север", words]
        part.find("label", re.compile("Всё · Справочник"))
        program.click(part.find("label", "Центр"))
        program.click("label", "Школа")
        program.wait_sql([("school",)], "SELECT role FROM sender")
        part.find("label", re.compile("^Заявка · Квитанция"))
        part.find("label", "Организация")
        program.focus(part.window)
        program.key("ctrl+z")
        program.wait_sql([("centre",)], "SELECT role FROM sender")
        part.find("label", re.compile("Всё · Справочник"))
        program.key("Escape")
        program.gone("list", "Что может присылать")

        # A key that is locked is asked for; a wrong passphrase signs nothing.
        program.focus()
        program.click("push button", "Показать и запереть…")
        program.click("push button", "Запереть…")
        for row in ("Новая фраза", "Ещё раз"):
            program.click("label", row)
            program.type("four good words")
        program.key("Return")
        program.find("label", "Заперт парольной фразой")
        program.screenshot("exchange-key-ru")
        (key,) = (program.home / "data" / "barycenter" / "keys").glob("*.key")
        assert "sealed=" in key.read_text() and "secret=" not in key.read_text()
        card = program.home / "card.pdf"
        program.click("push button", "Сохранить карточку")
        program.choose_file(card, save=True, beside=2)
        program.wait(card.exists, "the card")
        subprocess.run(["pdftoppm", "-r", "100", "-png", "-singlefile", card, card.with_suffix("")], check=True)
        assert scan(card.with_suffix(".png")).splitlines()[:2] == ["ИМЦ", words_of(program.environment, program.database, "four good words")]
        program.key("Escape")

        receipt = program.home / "receipt.xml"
        for passphrase in ("four bad words", "four good words"):
            program.focus()
            program.click("push button", "Квитанция…")
            program.choose_file(receipt, save=True)
            program.find("label", "Ключ заперт")
            program.focus()
            program.type(passphrase)
            program.key("Return")
            if passphrase == "four bad words":
                program.find("label", re.compile("фраза не открывает ключ"))
                assert not receipt.exists()
        program.wait_sql([("receipt", "out", "Север")], "SELECT kind, direction, peer FROM parcel WHERE kind = 'receipt'")
        subprocess.run([str(CONTROL), f"--database={database}", "import", "--trust-sender", receipt], env=environment, check=True,
                       capture_output=True)
        journal = subprocess.run([str(CONTROL), f"--database={database}", "journal", "--json"], env=environment, check=True, text=True,
                                 capture_output=True).stdout
        assert '"answer" : "applied"' in journal or '"answer":"applied"' in journal.replace(" ", ""), journal
        program.screenshot("exchange-came-ru")

        # What was looked at is what comes in: here it was edited while the person read.
        (school,) = program.sql("SELECT id FROM organisation")[0]
        control(environment, database, "set", "organisation", school, "note=из Севера")
        control(environment, database, "export", "--kind=all", "-o", path)
        shown = bring(program, path)
        program.find("label", "Изменённых", within=shown.window)
        program.click("page tab", "По записям", within=shown.window)
        program.find("label", "1 изменена", within=shown.window)
        program.find("label", "из Севера", within=shown.window)
        program.screenshot("exchange-each-record-ru")
        program.control("set", "organisation", school, "note=здешнее")
        shown.click()
        program.find("label", "Исправленных здесь")
        assert program.sql("SELECT note FROM organisation") == [("здешнее",)]
        program.key("Escape")


def test_a_package_is_made():
    with window(language="en") as program:
        program.control("import", "--trust-sender", next(SAMPLES.glob("001*.xml")))
        program.click("push button", "Make a package…")
        program.find("label", "Records that leave")
        program.find("label", "Memberships")
        program.screenshot("exchange-make-en")
        package = program.home / "cluster.xml"
        program.click("push button", "Save…")
        program.choose_file(package, save=True, beside=2)
        program.wait_sql([("cluster", "out", "sent")], "SELECT kind, direction, state FROM parcel WHERE direction = 'out'")
        assert re.search('<package [^>]*kind="cluster"', package.read_text())
        program.find("label", "A cluster")
        program.screenshot("exchange-went-en")
        program.control("validate", package)

        # From where the thing is shown, and by mail: two clicks.
        program.focus()
        program.key("alt+1")
        program.click("push button", "Make a package of the cluster")
        program.find("label", re.compile("without: Telephone, E-mail"))
        program.click("push button", re.compile("Send by"))
        program.find("label", "No mail program opened the letter")
        (letter,) = (program.home / "cache" / "barycenter" / "letters").glob("cluster-*.eml")
        message = email.message_from_bytes(letter.read_bytes(), policy=email.policy.default)
        (attachment,) = message.iter_attachments()
        attached = program.home / "attached.xml"
        attached.write_bytes(attachment.get_content())
        program.control("validate", attached)
        assert words_of(program.environment, program.database) in message.get_body().get_content()


def control(environment, database, *words):
    answer = subprocess.run([str(CONTROL), f"--database={database}", *map(str, words)], env=environment, check=True, text=True,
                            capture_output=True)
    return answer.stdout.strip()


def exchange_changes(program, other):
    """Both ways, until both know everything."""
    here, there = program.home / "here.xml", program.home / "there.xml"
    control(program.environment, program.database, "export", "--kind=changes", "-o", here)
    control(*other, "import", "--trust-sender", here)
    control(*other, "export", "--kind=changes", "-o", there)
    control(program.environment, program.database, "import", "--trust-sender", there)


def disagree(program, fields):
    """A school that is edited in both places at once, a field each."""
    environment, database, _ = centre(program, "Север")
    school = program.control("add", "organisation", "name=Лицей № 1", "kind=school", "number=1",
                             "note=День открытых дверей в мае").stdout.strip()
    exchange_changes(program, (environment, database))
    for field, (ours, theirs) in fields.items():
        program.control("set", "organisation", school, f"{field}={ours}")
        control(environment, database, "set", "organisation", school, f"{field}={theirs}")
    exchange_changes(program, (environment, database))
    return school


def test_a_shared_folder_is_a_mailbox():
    program = Program("--empty", size=(900, 600), dark=True)
    shared = program.home / "shared"
    shared.mkdir()
    program.write_settings({"tab": "'exchange'", "mailbox": f"'{shared}'", "morning-notice": "false"})
    program.control("create", "--name=ИМЦ")
    with program:
        program.find("label", "Новых пакетов: 0")
        environment, database, _ = centre(program, "Север", ["add", "organisation", "name=Лицей № 1", "kind=school"])
        control(environment, database, "export", "--kind=changes", "-o", shared)
        (package,) = shared.iterdir()
        (shared / "half.xml").write_bytes(package.read_bytes()[:-100])
        program.find("label", "Новых пакетов: 1")
        program.find("label", "Не целиком: 1")
        program.screenshot("exchange-folder-dark-ru")
        program.click("push button", "Внести…")
        program.click("check box", "Отправитель назвал те же слова")
        program.find("push button", "Внести", state="sensitive").click()
        program.find("label", "Новых пакетов: 0")
        assert program.sql("SELECT name FROM organisation") == [("Лицей № 1",)]

        program.click("push button", "Собрать пакет…")
        program.click("push button", re.compile("общую"))
        program.wait_sql([("out", "sent")], "SELECT direction, state FROM parcel WHERE direction = 'out'")
        assert len(list(shared.iterdir())) == 3

        # Changes that build on others which never came here: a letter asks for them.
        south, north = centre(program, "Юг")[:2], (environment, database)
        first, second, gap = (program.home / name for name in ("first.xml", "second.xml", "gap.xml"))
        control(*south, "export", "--kind=changes", "-o", first)
        control(*north, "import", "--trust-sender", first)
        control(*north, "export", "--kind=changes", "-o", second)
        control(*south, "import", "--trust-sender", second)
        control(*south, "add", "organisation", "name=Школа № 2", "kind=school")
        control(*south, "export", "--kind=changes", "--since=Север", "-o", gap)
        program.focus()
        program.key("ctrl+i")
        program.choose_file(gap)
        program.find("label", "Не хватает прежних изменений")
        program.screenshot("exchange-gap-dark-ru")
        program.click("push button", re.compile("запрос"))
        program.find("label", "Почтовая программа не открыла письмо")
        letter = email.message_from_bytes((program.home / "cache" / "barycenter" / "letters" / "request.eml").read_bytes(),
                                          policy=email.policy.default)
        assert "Юг" in letter.get_content()
        program.find("label", re.compile("отказано – gap: "))

        # A stick is pulled out and put in again.
        shared.rename(program.home / "away")
        program.find("label", re.compile("общую папку нельзя прочесть"))
        (program.home / "away").rename(shared)
        program.gone("label", re.compile("общую папку нельзя прочесть"))


def test_disagreements_are_decided():
    with window() as program:
        school = disagree(program, {"note": ("День открытых дверей в июне", "День открытых уроков в мае"),
                                    "address": ("Садовая, 1", "Садовая, 2"), "site": ("one.ru", "two.ru")})
        program.control("add", "organisation", "name=Гимназия № 1", "kind=school", "number=1")
        program.find("label", re.compile("Номер 1 стоит у двух организаций"))
        program.click("label", "3 разногласия")
        rows = program.find("list", "Разногласия")
        program.find("label", re.compile("До этого было «День открытых дверей в мае»"))
        assert len(rows.find_all("push button", "Взять это")) == len(rows.find_all("push button", "Оставить это")) == 3
        program.screenshot("exchange-disagreements-ru")

        note = f"SELECT note, address, site FROM organisation WHERE id = '{school}'"
        program.focus(rows.window)
        program.click(rows.find("label", "Лицей № 1 · Примечание"))
        program.key("2")
        program.wait_sql([("День открытых уроков в мае", "Садовая, 1", "one.ru")], note)
        program.find("label", "2 разногласия")
        program.focus()
        program.key("ctrl+z")
        program.wait_sql([("День открытых дверей в июне", "Садовая, 1", "one.ru")], note)
        program.find("label", "3 разногласия")

        program.choose("По правилу", re.compile("как у других"))
        program.find("label", "Решать больше нечего")
        assert program.sql(note) == [("День открытых уроков в мае", "Садовая, 2", "two.ru")]
        program.key("Escape")
        program.gone("label", re.compile("разногласи"))


tap.main()
