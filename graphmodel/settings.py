"""Settings: flags over environment over `.env` over `graphmodel.toml`. Read by the command line and the API alone."""

from pathlib import Path
from typing import Any

import platformdirs
from pydantic import Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class Settings(BaseSettings):
    """Where the database is and how long it may take. Without `NEO4J_URI` the managed local Neo4j is used.

    Names are the environment's; `graphmodel.toml` has the same in small letters.
    """

    model_config = SettingsConfigDict(
        env_file=".env", toml_file="graphmodel.toml", extra="ignore", populate_by_name=True
    )

    neo4j_uri: str | None = Field(default=None, description="address of your own Neo4j: bolt:// or neo4j://")
    neo4j_username: str = Field(default="neo4j", description="its user")
    neo4j_password: SecretStr = Field(default=SecretStr(""), description="its password")
    neo4j_database: str | None = Field(default=None, description="its database; its default one if not set")
    graphmodel_deadline: float = Field(default=30, gt=0, description="seconds an answer may take")
    graphmodel_data: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("graphmodel"),
        description="folder of the managed Neo4j",
    )
    graphmodel_java: Path | None = Field(default=None, description="a Java 17 or 21 of your own")
    graphmodel_mirror: str | None = Field(
        default=None, description="address of a Maven mirror to fetch Neo4j from"
    )
    graphmodel_rate: str = Field(
        default="6000/minute",
        pattern=r"^\d+/(second|minute|hour)$",
        description="calls of the service that a key may make",
    )
    graphmodel_lang: str | None = Field(default=None, description="language of the output: ru or en")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The order of precedence."""
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)


def settings(**flags: Any) -> Settings:
    """The settings of this call; a flag that is None was not given."""
    return Settings(**{name: value for name, value in flags.items() if value is not None})
