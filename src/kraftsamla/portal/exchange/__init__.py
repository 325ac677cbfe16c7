"""The worked example and every other exchange of the whole: YAML in, YAML out."""
