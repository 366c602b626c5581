"""Prints the archives of NumPyFileTests, base64: six rows of three halves, and labels 0 1 0 1 0 1."""

import base64
import io

import numpy

x = numpy.arange(18, dtype="<f4").reshape(6, 3) / 2
y = numpy.arange(6) % 2
for name, save in [("stored", numpy.savez), ("deflated", numpy.savez_compressed)]:
    file = io.BytesIO()
    save(file, X=x.astype("<f4"), y=y.astype("<i8"))
    print(name, base64.b64encode(file.getvalue()).decode())
