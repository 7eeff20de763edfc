"""What is due is told by a notification, once a working morning, unless it is switched off."""

import datetime

import tap
from gi.repository import Gio, GLib
from harness import Program

NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/></method></interface></node>"""
ANSWERS = {"GetCapabilities": ("(as)", [["body", "actions"]]), "GetServerInformation": ("(ssss)", ["test", "test", "1", "1.2"]),
           "Notify": ("(u)", [1]), "CloseNotification": ("()", [])}


class Desktop:
    """The notifications of a desktop, as the program sends them to the session's bus."""

    def __init__(self):
        self.told = []
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        node = Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS)
        bus.register_object("/org/freedesktop/Notifications", node.interfaces[0], self.called, None, None)
        self.bus = bus
        self.come()

    def come(self):
        self.owner = Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.Notifications", Gio.BusNameOwnerFlags.NONE, None, None)

    def leave(self):
        Gio.bus_unown_name(self.owner)

    def called(self, bus, sender, path, interface, method, parameters, invocation):
        if method == "Notify":
            self.told.append(parameters.unpack()[3])
        form, values = ANSWERS[method]
        invocation.return_value(GLib.Variant(form, tuple(values)) if values else None)

    def wait(self, seconds):
        """Whether something was told in the time."""
        loop = GLib.MainLoop()
        GLib.timeout_add(200, lambda: loop.quit() if self.told else True)
        GLib.timeout_add_seconds(seconds, loop.quit)
        loop.run()
        return bool(self.told)


DESKTOP = Desktop()
WORKING = datetime.date.today().weekday() < 5


def add(program, kind, **fields):
    return program.control("add", kind, *(f"{name}={value}" for name, value in fields.items())).stdout.strip()


def centre(**settings):
    """A plan with an event of today, whose announcements are late."""
    program = Program(settings={"tab": "'directory'", "morning-notice": "true", **settings})
    program.control("create", "--name=ИМЦ")
    scheme = add(program, "scheme", name="А–Г", arrangement="groups")
    cluster = add(program, "cluster", name="Экология", scheme=scheme)
    today = datetime.date.today()
    roadmap = add(program, "roadmap", name="План", cluster=cluster, school_year=school_year(today))
    program.control("add", "event", f"roadmap={roadmap}", "name=Слёт", "kind=event", "state=planned", f"dates={words(today)}")
    return program


def school_year(day):
    return day.year if day.month >= 9 else day.year - 1


def words(day):
    months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
    return f"{day.day} {months[day.month - 1]} {day.year} года"


def test_it_is_told_once():
    DESKTOP.told.clear()
    with centre() as program:
        assert DESKTOP.wait(30 if WORKING else 10) == WORKING, "a notification comes on working days, and only then"
        count = len(DESKTOP.told)
        program.restart()
        DESKTOP.told.clear()
        assert not DESKTOP.wait(10), f"it was told twice: {DESKTOP.told}"
        assert count == (1 if WORKING else 0)


def test_nobody_shows_notifications():
    """A warning of GLib would end the program."""
    DESKTOP.leave()
    try:
        with centre() as program:
            noticed = f"morning-noticed='{datetime.date.today().isoformat()}'"
            settings = program.home / "config" / "glib-2.0" / "settings" / "keyfile"
            program.wait(lambda: not WORKING or noticed in settings.read_text(), "the morning noticed", timeout=30)
            DESKTOP.told.clear()
            assert not DESKTOP.wait(1)
    finally:
        DESKTOP.come()


def test_it_can_be_switched_off():
    DESKTOP.told.clear()
    with centre(**{"morning-notice": "false"}):
        assert not DESKTOP.wait(10), DESKTOP.told


tap.main()
