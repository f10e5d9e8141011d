"""What fills the slots of a record, by how many there are: `set0` and so on are the slots' own setters, which `record`
gives to the code of each class. Written out, because to compile them anew at each start takes two milliseconds.
"""

# fmt: off
# ruff: noqa: E501, E702, F821 (one line a size; the setters come from `record`)
# mypy: disable-error-code="no-untyped-def, no-untyped-call, name-defined"
# pyright: reportUndefinedVariable=false

def fill0(self): pass
def fill1(self, v0): set0(self, v0)
def fill2(self, v0, v1): set0(self, v0); set1(self, v1)
def fill3(self, v0, v1, v2): set0(self, v0); set1(self, v1); set2(self, v2)
def fill4(self, v0, v1, v2, v3): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3)
def fill5(self, v0, v1, v2, v3, v4): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4)
def fill6(self, v0, v1, v2, v3, v4, v5): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5)
def fill7(self, v0, v1, v2, v3, v4, v5, v6): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6)
def fill8(self, v0, v1, v2, v3, v4, v5, v6, v7): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7)
def fill9(self, v0, v1, v2, v3, v4, v5, v6, v7, v8): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8)
def fill10(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9)
def fill11(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10)
def fill12(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11)
def fill13(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12)
def fill14(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13)
def fill15(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13); set14(self, v14)
def fill16(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13); set14(self, v14); set15(self, v15)
def fill17(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13); set14(self, v14); set15(self, v15); set16(self, v16)
def fill18(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17): set0(self, v0); set1(self, v1); set2(self, v2); set3(self, v3); set4(self, v4); set5(self, v5); set6(self, v6); set7(self, v7); set8(self, v8); set9(self, v9); set10(self, v10); set11(self, v11); set12(self, v12); set13(self, v13); set14(self, v14); set15(self, v15); set16(self, v16); set17(self, v17)


#: By the number of fields; a larger record needs a further line.
FILLS = (
    fill0, fill1, fill2, fill3, fill4, fill5, fill6, fill7, fill8, fill9,
    fill10, fill11, fill12, fill13, fill14, fill15, fill16, fill17, fill18,
)
