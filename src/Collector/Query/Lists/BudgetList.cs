namespace Tidemark.Collector.Query.Lists;

internal static class BudgetList
{
    public static ListDefinition Definition { get; } = new()
    {
        Name = "budgets",
        Summary = "Status of each budget in its current period",
        View = "tidemark.budget_status",
        DefaultSort = "-ratio",
        Key = new Sort("which", "budget || ' ' || coalesce(value, '')", "text"),
        Sorts = [Sort.Number("ratio"), Sort.Number("projected_ratio"), Sort.Number("spent")],
        Filters =
        [
            Filter.Of("budget", "budget", "Name of the budget"),
            Filter.Of("scope", "scope", "What it limits: all, service, user, label:team, ..."),
            Filter.Of("value", "value", "Whose spending"),
        ],
        Columns =
        [
            new("budget", ColumnKind.Text, "Name of the budget"),
            new("scope", ColumnKind.Text, "What it limits: all, service, environment, provider, model, agent, user or label:<key>"),
            new("value", ColumnKind.Text, "Whose spending; null = everybody's"),
            new("period", ColumnKind.Text, "day, week or month"),
            new("time_zone", ColumnKind.Text, "Whose days these are"),
            new("period_start", ColumnKind.Time, "Start of the current period"),
            new("period_end", ColumnKind.Time, "Its end"),
            new("limit_usd", ColumnKind.Number, "The limit, if it is in USD"),
            new("limit_tokens", ColumnKind.Integer, "The limit, if it is in tokens"),
            new("spent", ColumnKind.Number, "Spent in the period, in USD or tokens"),
            new("ratio", ColumnKind.Number, "Share of the limit that is spent, 1 = all of it"),
            new("projected", ColumnKind.Number, "Projected spending at the end of the period; null = too early to project"),
            new("projected_ratio", ColumnKind.Number, "Projected of the limit"),
            new("runs_out_on", ColumnKind.Date, "The day on which the limit is projected to be reached"),
            new("unpriced", ColumnKind.Integer, "Model calls without a price, which are not in the cost"),
        ],
    };
}
