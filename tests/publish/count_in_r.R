# Counts states' positions on country situations in a year from the exported CSV: once from the table without joins,
# once from the tables it is made of. Arguments: folder of CSV, selections with commas between, then STATE/YEAR, often.
given <- commandArgs(trailingOnly = TRUE)
folder <- given[1]
selections <- strsplit(given[2], ",")[[1]]

read <- function(name, only = NULL) {
  text <- c(session = "character", agenda_item = "character")
  file <- file.path(folder, paste0(name, ".csv"))
  header <- names(read.csv(file, nrows = 1))
  classes <- text[names(text) %in% header]
  # The longest table is read as what is asked of it.
  if (!is.null(only)) classes <- ifelse(header %in% only, "character", "NULL")
  read.csv(file, na.strings = "", encoding = "UTF-8", colClasses = classes)
}

flat <- read("votes_with_context")
rollcall <- read("rollcall")
vote <- read("vote", only = c("rollcall_id", "state", "position"))
situation <- read("situation")
membership <- read("membership")

counts <- function(position, how, selection, state, year) {
  n <- function(word) sum(position == word, na.rm = TRUE)
  data.frame(how = how, selection = selection, state = state, year = year, yes = n("yes"), no = n("no"), abstain = n("abstain"),
             absent = n("absent"), unknown = sum(is.na(position)))
}

without_joins <- function(selection, state, year) {
  chosen <- vapply(strsplit(flat$selections, " "), function(words) selection %in% words, logical(1))
  mine <- flat[flat$state == state & format(as.Date(flat$date), "%Y") == year & flat$final & flat$vote_taken & chosen, ]
  mine <- mine[is.na(mine$position) | mine$position != "not a member", ]
  counts(mine$position, "without joins", selection, state, year)
}

# The selections as README.txt defines them.
selected <- function(selection, session, item) {
  regular <- grepl("^[0-9]+$", session)
  if (selection == "all") return(rep(TRUE, length(session)))
  known <- regular & !is.na(item) & suppressWarnings(as.integer(session)) >= 6
  items <- list("votes-count" = c("1", "2", "4", "10"), "item-7" = "7")[[selection]]
  (known & item %in% items) | (selection == "votes-count" & grepl("^S-", session))
}

with_joins <- function(selection, state, year) {
  coded <- unique(situation$text_id[!is.na(situation$subject)])
  taken <- rollcall[rollcall$body == "HRC" & rollcall$vote_taken & rollcall$text_id %in% coded &
                      rollcall$kind %in% c("resolution", "decision", "draft") & substr(rollcall$date, 1, 4) == year, ]
  taken <- taken[selected(selection, taken$session, taken$agenda_item), ]
  terms <- membership[membership$state == state, ]
  sat <- vapply(taken$date, function(day) any(terms$term_start <= day & day <= terms$term_end), logical(1))
  mine <- vote[vote$state == state, ]
  position <- mine$position[match(taken$rollcall_id[sat], mine$rollcall_id)]
  counts(position, "with joins", selection, state, year)
}

lines <- list()
for (one in strsplit(given[-(1:2)], "/")) {
  for (selection in selections) {
    both <- rbind(without_joins(selection, one[1], one[2]), with_joins(selection, one[1], one[2]))
    lines[[length(lines) + 1]] <- both
  }
}
write.csv(do.call(rbind, lines), row.names = FALSE, quote = FALSE)
