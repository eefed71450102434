COPY tidemark_store.operations ({columns}) FROM STDIN (FORMAT BINARY)
