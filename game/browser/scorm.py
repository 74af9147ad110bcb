"""The page in a SCORM 1.2 package: a learning platform is told when the debrief was reached."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_MANIFEST = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{id}" version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
      http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="{id}_organization">
    <organization identifier="{id}_organization">
      <title>{title}</title>
      <item identifier="{id}_item" identifierref="{id}_resource">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="{id}_resource" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
"""

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The same story gives the same package."""


def package(page: str, pack: str, title: str, version: str) -> bytes:
    """Return the zip: the manifest and the page. No score is ever reported, so none is asked for."""
    manifest = _MANIFEST.format(id=f"third_chair_{pack}", title=escape(f"{title} {version}"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("imsmanifest.xml", manifest), ("index.html", page)):
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), text.encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
