"""Loads knowledge/register/*.yaml into the pure Register."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from vcassist.assessment.register import Accelerator, Edge, KnownModel, Product, Register, Source, Supplier
from vcassist.assets import folder, safe_yaml
from vcassist.errors import BrokenAsset


def _read(path: Path) -> dict[str, Any]:
    data = safe_yaml(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise BrokenAsset(f"{path.name} holds no entries.")
    return data


def _many(value: Any) -> tuple[str, ...]:
    return tuple(str(v) for v in value or ())


def _ids(value: Any) -> tuple[str, ...]:
    """One id or a list of them."""
    return (value,) if isinstance(value, str) else _many(value)


@lru_cache(maxsize=2)
def load_register(root: Path | None = None) -> Register:
    """The register of the installation (or of the folder ``root``). Raises BrokenAsset for a file that does not parse."""
    base = root or folder("knowledge") / "register"
    try:
        return _build({name: _read(base / f"{name}.yaml") for name in ("sources", "suppliers", "models", "products", "accelerators", "export_rules")})  # fmt: skip
    except (KeyError, TypeError, yaml.YAMLError) as error:
        raise BrokenAsset(f"The register in {base.name}/ is broken: {error!r}.") from error


def _build(files: dict[str, dict[str, Any]]) -> Register:
    restricted = files["export_rules"]["restricted"]
    chips = files["accelerators"]
    return Register(
        suppliers={key: _supplier(key, d) for key, d in files["suppliers"]["suppliers"].items()},
        models={key: _model(key, d) for key, d in files["models"]["models"].items()},
        products={key: _product(key, d) for key, d in files["products"]["products"].items()},
        accelerators={key: _accelerator(key, d) for key, d in chips["accelerators"].items()},
        vendor_foundries={key: _many(d["foundries"]) for key, d in chips["vendors"].items()},
        cpu_only=_many(chips["cpu_only"]["aliases"]),
        restricted=frozenset(restricted["countries"]),
        sources={
            key: Source(key, d["title"], d["publisher"], str(d["date"]), d.get("url", ""))
            for key, d in files["sources"]["sources"].items()
        },
        as_of=str(restricted["as_of"]),
    )


def _supplier(key: str, d: dict[str, Any]) -> Supplier:
    edges = tuple(
        Edge(e["kind"], e["to"], e["source"], str(e["as_of"]), e.get("note", "")) for e in d.get("edges") or ()
    )
    return Supplier(
        id=key, name=d["name"], country=d["country"], roles=_many(d["roles"]), source=d["source"], as_of=str(d["as_of"]),
        aliases=_many(d.get("aliases")), brands=_many(d.get("brands")), edges=edges,
        undisclosed=_many(d.get("undisclosed")), disputed=str(d.get("disputed") or ""),
    )  # fmt: skip


def _model(key: str, d: dict[str, Any]) -> KnownModel:
    return KnownModel(
        id=key, name=d["name"], developer=str(d.get("developer") or ""), developer_name=str(d.get("developer_name") or ""), weights=d["weights"], licence=str(d.get("licence") or ""),
        source=d["source"], as_of=str(d["as_of"]), family=str(d.get("family") or ""), aliases=_many(d.get("aliases")),
        modality=_many(d.get("modality")), released=str(d.get("released") or ""), disputed=str(d.get("disputed") or ""),
    )  # fmt: skip


def _product(key: str, d: dict[str, Any]) -> Product:
    return Product(
        id=key, name=d["name"], supplier=d["supplier"], source=d["source"], as_of=str(d["as_of"]),
        aliases=_many(d.get("aliases")), model_developers=_ids(d.get("model_developer")),
        runs_on=_ids(d.get("runs_on")), generates=_many(d.get("generates")), note=str(d.get("note") or ""),
        undisclosed=_many(d.get("undisclosed")), disputed=str(d.get("disputed") or ""),
    )  # fmt: skip


def _accelerator(key: str, d: dict[str, Any]) -> Accelerator:
    return Accelerator(
        id=key, name=d["name"], vendor=d["vendor"], foundries=_many(d.get("foundries")), export=d["export"],
        source=d["source"], as_of=str(d["as_of"]), kind=str(d.get("kind") or ""), aliases=_many(d.get("aliases")),
        export_basis=str(d.get("export_basis") or ""), export_source=str(d.get("export_source") or ""),
        undisclosed=_many(d.get("undisclosed")), disputed=str(d.get("disputed") or ""),
    )  # fmt: skip
