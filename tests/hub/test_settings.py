"""The settings that a hub is handed are YAML of the form that its documentation gives."""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML

HUB = Path(__file__).resolve().parent.parent.parent / "hub"


def read(name: str) -> dict:
    return YAML(typ="safe", pure=True).load((HUB / name).read_text(encoding="utf-8"))


def test_the_littlest_hub_has_limits_and_closes_what_nobody_uses():
    found = read("tljh.yaml")
    assert set(found) == {"limits", "user_environment", "services"}
    assert found["limits"] == {"memory": "1G", "cpu": 0.5}
    assert found["user_environment"]["default_app"] == "jupyterlab"
    cull = found["services"]["cull"]
    assert cull["enabled"] is True and cull["every"] < cull["timeout"]


def test_the_values_for_a_cluster_name_what_its_chart_knows():
    found = read("zero-to-jupyterhub.yaml")
    assert set(found) <= {
        "hub",
        "proxy",
        "singleuser",
        "scheduling",
        "cull",
        "prePuller",
        "ingress",
    }
    single = found["singleuser"]
    assert set(single["image"]) == {"name", "tag"} and single["defaultUrl"] == "/lab"
    assert single["memory"] == {"guarantee": "450M", "limit": "1G"}
    assert set(found["cull"]) <= {"enabled", "timeout", "every", "users", "maxAge", "concurrency"}
