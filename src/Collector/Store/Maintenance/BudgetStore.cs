using Npgsql;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Statements on budgets within a lane's transaction.</summary>
internal static class BudgetStore
{
    /// <summary>Budgets with spending, nearest to their limit first.</summary>
    public static async Task<IReadOnlyList<BudgetStatus>> ReadAsync(LaneTransaction transaction, int most, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.ReadBudgets, transaction.Connection)
        {
            Parameters = { new NpgsqlParameter<int> { TypedValue = most } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var budgets = new List<BudgetStatus>();
        while (await reader.ReadAsync(cancellationToken))
        {
            budgets.Add(new BudgetStatus
            {
                Budget = reader.Get<string>("budget"),
                Scope = reader.Get<string>("scope"),
                Value = reader.Get<string>("value"),
                Period = reader.Get<string>("period"),
                PeriodStart = reader.Get<DateTime>("period_start"),
                IsUsd = reader.Get<bool>("is_usd"),
                Allowed = reader.Get<decimal>("allowed"),
                Spent = reader.Get<decimal>("spent"),
                Projected = reader.Value<decimal>("projected"),
                Raised = reader.Get<short>("raised"),
                IsProjectionRaised = reader.Get<bool>("is_projected"),
            });
        }

        return budgets;
    }

    public static async Task AddAsync(LaneTransaction transaction, IReadOnlyList<BudgetMark> marks, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection) { BatchCommands = { BudgetColumns.Marks.Command(Statement.AddBudgetMarks, marks) } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Deletes the marks of periods that began before a given time.</summary>
    public static async Task ForgetAsync(LaneTransaction transaction, DateTime before, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.ForgetBudgetMarks, transaction.Connection)
        {
            Parameters = { new NpgsqlParameter<DateTime> { TypedValue = before } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
