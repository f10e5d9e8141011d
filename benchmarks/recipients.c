/* The floor of `run.py recipients`: what `sendspec compile` does to the benchmark's people, in plain C.
 *
 *   recipients v2|v1 IN OUT    CSV -> the lines of rung-1.ndjson, byte for byte as ours, each value checked
 *   recipients copy IN OUT N   reads IN, writes N bytes: what the disk and the kernel alone take
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PHONE, NAME, BRANCH, REF, URL, COLUMNS = 8, CAP = 1000, BLOCK = 1 << 20, CELL = 4096 };

static char cells[COLUMNS][CELL];
static size_t sizes[COLUMNS];
static char *out, *rows;
static size_t at, rows_at, room = 1 << 22;
static int target;

static void fail(const char *why, long row) {
    fprintf(stderr, "row %ld: %s\n", row, why);
    exit(1);
}

static void flush(void) {
    for (size_t done = 0; done < at;) {
        ssize_t wrote = write(target, out + done, at - done);
        if (wrote < 0) fail("write", -1);
        done += (size_t)wrote;
    }
    at = 0;
}

static void put(const char *text, size_t size) {
    if (at + size > room && !(out = realloc(out, room = 2 * (at + size)))) fail("memory", -1);
    memcpy(out + at, text, size);
    at += size;
}

#define PUT(literal) put(literal, sizeof literal - 1)

static void put_json(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '"' || text[i] == '\\') PUT("\\");
        put(text + i, 1);
    }
}

/* One row; 0 at the end of the file. Quotes as RFC 4180 has them. */
static int row(FILE *in) {
    int column = 0, quoted = 0, c;
    size_t size = 0;
    if ((c = getc_unlocked(in)) == EOF) return 0;
    for (;; c = getc_unlocked(in)) {
        if (quoted && c == '"') {
            if ((c = getc_unlocked(in)) != '"') { ungetc(c, in); quoted = 0; continue; }
        } else if (!quoted && c == '"' && size == 0) {
            quoted = 1;
            continue;
        } else if (!quoted && (c == ',' || c == '\n' || c == EOF)) {
            sizes[column++] = size;
            size = 0;
            if (c != ',') return column;
            if (column == COLUMNS) return COLUMNS + 1;
            continue;
        } else if (c == EOF) {
            return COLUMNS + 1;
        }
        if (size == CELL) return COLUMNS + 1;
        cells[column][size++] = (char)c;
    }
}

/* Printable characters, so many at most, and all of them of the SMS alphabet as far as these people's names go. */
static void text(int column, size_t most, long number) {
    size_t length = 0;
    if (!sizes[column]) fail("empty", number);
    for (size_t i = 0; i < sizes[column]; i++) {
        unsigned char c = (unsigned char)cells[column][i];
        if (c < 32 || c == 127 || c == '`') fail("character", number);
        if (c >= 128 && (c & 0xC0) != 0x80) {
            unsigned char next = (unsigned char)cells[column][i + 1];
            if (c != 0xC3 || !strchr("\xA9\xA8\xA0\xB6\xBC\xB1", next)) fail("alphabet", number);
        }
        length += (c & 0xC0) != 0x80;
    }
    if (length > most) fail("length", number);
}

static void check(long number) {
    static const char host[] = "https://acme.example/";
    const char *phone = cells[PHONE];
    if (sizes[PHONE] != 13 || memcmp(phone, "+447", 4)) fail("phone", number);
    for (size_t i = 4; i < 13; i++)
        if (phone[i] < '0' || phone[i] > '9') fail("phone", number);
    text(NAME, 20, number);
    text(BRANCH, 18, number);
    if (!sizes[REF] || sizes[REF] > 12) fail("ref", number);
    for (size_t i = 0; i < sizes[REF]; i++) {
        char c = cells[REF][i];
        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || strchr("._:-", c)))
            fail("ref", number);
    }
    if (sizes[URL] > 36 || memcmp(cells[URL], host, sizeof host - 1)) fail("url", number);
    for (size_t i = 0; i < sizes[URL]; i++)
        if (cells[URL][i] <= ' ' || cells[URL][i] > '~') fail("url", number);
}

static void person_v2(void) {
    PUT("{\"msisdn\":[\"");
    put(cells[PHONE], sizes[PHONE]);
    PUT("\"],\"substitutions\":{\"first_name\":\"");
    put_json(cells[NAME], sizes[NAME]);
    PUT("\",\"branch\":\"");
    put_json(cells[BRANCH], sizes[BRANCH]);
    PUT("\",\"ref\":\"");
    put_json(cells[REF], sizes[REF]);
    PUT("\",\"manage_url\":\"");
    put_json(cells[URL], sizes[URL]);
    PUT("\"}}");
}

static void person_v1(void) {
    PUT("{\"deliverychannel\":\"sms\",\"destination\":[{\"msisdn\":[\"");
    put(cells[PHONE], sizes[PHONE]);
    PUT("\"]}],\"channels\":{\"sms\":{\"senderid\":\"ACME\",\"text\":\"Hello ");
    put_json(cells[NAME], sizes[NAME]);
    PUT(", your visit at ");
    put_json(cells[BRANCH], sizes[BRANCH]);
    PUT(" is booked, reference ");
    put_json(cells[REF], sizes[REF]);
    PUT(". To move it, or to call it off, please go to ");
    put_json(cells[URL], sizes[URL]);
    PUT(" today. Thanks\"}}}");
}

static void begin(int second) {
    if (second) PUT("{\"rung\":1,\"path\":\"/v2/messages\",\"body\":{\"channel\":\"sms\",\"from\":\"ACME\",\"to\":[");
    else PUT("{\"rung\":1,\"path\":\"/resources/v1/messaging\",\"body\":[");
}

static void end(int second) {
    if (second)
        PUT("],\"content\":{\"type\":\"text\",\"text\":\"Hello $(first_name), your visit at $(branch) is booked, "
            "reference $(ref). To move it, or to call it off, please go to $(manage_url) today. Thanks\"}},\"rows\":[");
    else PUT("],\"rows\":[");
    put(rows, rows_at);
    PUT("]}\n");
    rows_at = 0;
    flush();
}

static void people(int second, FILE *in) {
    if (row(in) != COLUMNS) fail("header", -1);
    long number = 0;
    for (int width; (width = row(in)); number++) {
        if (width != COLUMNS) fail("width", number);
        check(number);
        if (number % CAP == 0) {
            if (number) end(second);
            begin(second);
        } else PUT(",");
        if (second) person_v2();
        else person_v1();
        rows_at += (size_t)sprintf(rows + rows_at, number % CAP ? ",%ld" : "%ld", number);
    }
    if (number) end(second);
}

int main(int count, char **given) {
    if (count < 4) return 2;
    FILE *in = fopen(given[2], "rb");
    target = open(given[3], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    out = malloc(room);
    rows = malloc(CAP * 24);
    if (!in || target < 0 || !out || !rows) return 2;
    setvbuf(in, NULL, _IOFBF, BLOCK);
    if (!strcmp(given[1], "copy")) {
        for (long left = count > 4 ? atol(given[4]) : 0; left > 0; left -= BLOCK) {
            if (fread(out, 1, BLOCK, in) == 0 && ferror(in)) fail("read", -1);
            at = left < BLOCK ? (size_t)left : BLOCK;
            flush();
        }
    } else people(!strcmp(given[1], "v2"), in);
    return fsync(target) || close(target);
}
