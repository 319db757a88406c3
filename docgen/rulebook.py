"""What the rules of a run may know: the organisation, the law, the day, and whether the public will read."""

from docgen.documents import organisation
from docgen.documents.rule import Setting
from docgen.law import lagrum
from docgen.order import Order
from docgen.resources import own_file, shipped_file


def setting(order: Order) -> Setting:
    """Return what the rules may know; raise SettingsError when organisation or law cannot be read."""
    law = own_file("_common/lagrum.toml", order.templates) or shipped_file("_common/lagrum.toml")
    return Setting(organisation.load(order.organisation), lagrum.load(law), order.today, order.publik)
