# Every command is one of tasks.py, which works without make too: python3 tasks.py site
PYTHON ?= python3
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help serve site offline deploy check spell test test-deploy test-pythons bench-page bench-search bench-build
.PHONY: fuzz lock licences release clean

help:
	@echo "make serve   forhåndsvis på / preview at http://127.0.0.1:8000/"
	@echo "make site    byg site/ / build site/"
	@echo "make offline pak site/ i dist/ til brug uden net og server / pack site/ for use without network and server"
	@echo "make deploy  gør dist/deploy/ klar til nginx / make dist/deploy/ for nginx"
	@echo "make check   kontrollér kode og data / check code and data"
	@echo "make spell   stavekontrol af alle tekster / the spelling of every text"
	@echo "make test    check og alle test / check and every test"
	@echo "make test-deploy   prøv opsætningen på en rigtig nginx / try the settings on a real nginx"
	@echo "make test-pythons  byg med hver Python, der er her / build with every Python at hand"
	@echo "make bench-page   mål siderne / measure the pages"
	@echo "make bench-search   mål søgningen / measure the search"
	@echo "make bench-build    mål bygningen, også af større baser / measure the build, of larger bases too"
	@echo "make fuzz    prøv med tusinder af ødelagte filer / try with thousands of broken files"
	@echo "make lock    skriv requirements*.lock / write requirements*.lock"
	@echo "make licences vis licensen på hver pakke / print the licence of each package"
	@echo "make release skriv releases/<version>.json / write releases/<version>.json"
	@echo "make clean   fjern alt det byggede / remove all that was made"

serve site offline deploy check spell test test-deploy test-pythons bench-page bench-search bench-build fuzz lock \
licences release clean:
	@$(PYTHON) tasks.py $@ $(ARGS)
