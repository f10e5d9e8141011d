r"""# MMS008 unknown-kind-of-file

## What it checks
The ending of a file's address is none of a format that MMS does not carry. It carries JPG, PNG, GIF, AVIF and HEIC;
MP4 and 3GP; MP3, AMR and M4A; PDF, ICS, VCF, XLS and XLSX; text and SMIL. An address without an ending says
nothing.

## Why it matters
A file of another format is refused, or lost on the way (statuses 7148 and 7262).

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.webp" }  # error: MMS008 "map.webp"
  }
}
```

## Passes
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.png" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
