"""What fills the slots of a record, by how many there are: `set0` and so on are the slots' own setters, which `record`
gives to the code of each class. Written out, because to compile them anew at each start takes two milliseconds.
"""

# fmt: off
# ruff: noqa: E501, E702, F821 (one line a size; the setters come from `record`)
# mypy: disable-error-code="no-untyped-def, no-untyped-call, name-defined"
# pyright: reportUndefinedVariable=false

def _fill0(self): pass
def _fill1(self, v0): set0(self, v0)
def _fill2(self, v0, v1): set0(self, v0); set1(self, v1)
def _fill3(self, v0, v1, v2): set0(self, v0); set1(self, v1); set2(self, v2)
def _fill4(self, v0, v1, v2, v3): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3)
def _fill5(self, v0, v1, v2, v3, v4): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4)
def _fill6(self, v0, v1, v2, v3, v4, v5): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5)
def _fill7(self, v0, v1, v2, v3, v4, v5, v6): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6)
def _fill8(self, v0, v1, v2, v3, v4, v5, v6, v7): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7)
def _fill9(self, v0, v1, v2, v3, v4, v5, v6, v7, v8): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8)
def _fill10(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9)
def _fill11(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10)
def _fill12(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11)
def _fill13(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12)
def _fill14(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13)
def _fill15(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13); set14(self, v14)
def _fill16(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13); set14(self, v14); set15(self, v15)
def _fill17(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13); set14(self, v14); set15(self, v15); set16(self, v16)
def _fill18(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13); set14(self, v14); set15(self, v15); set16(self, v16); set17(self, v17)


#: By the number of fields; a larger record needs a further line.
FILLS = (
    _fill0, _fill1, _fill2, _fill3, _fill4, _fill5, _fill6, _fill7, _fill8, _fill9,
    _fill10, _fill11, _fill12, _fill13, _fill14, _fill15, _fill16, _fill17, _fill18,
)
