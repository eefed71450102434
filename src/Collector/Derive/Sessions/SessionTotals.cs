using System.Text;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>Adds an operation to its session's row: sums, and values decided by time and value alone.</summary>
internal sealed class SessionTotals(DeriveOptions options)
{
    public void Add(SessionDraft session, Operation operation)
    {
        session.Operations++;
        if (operation.IsError) session.Errors++;
        switch (operation.Series.Kind)
        {
            case OperationKind.Inference:
                session.Messages++;
                AddModel(session, operation.Series.Model);
                break;
            case OperationKind.Tool:
                session.ToolCalls++;
                break;
        }

        if (!operation.CarriesUsage) return;
        session.Tokens = session.Tokens.Plus(operation.Tokens);
        if (operation.Cost is { } cost)
        {
            session.CostUsd += cost.Usd;
            session.Priced++;
        }

        if (operation.IsUnpriced) session.Unpriced++;
    }

    /// <summary>Updates service, environment, user, agent and labels.</summary>
    public static void Identify(SessionDraft session, Operation operation)
    {
        var series = operation.Series;
        Identify(session, operation.Key.StartedAt, series.Service, series.Environment, operation.UserId, series.Agent, operation.PreviousSessionId);
        session.Name = Dates.Latest(session.Name, operation.SessionName, operation.Key.StartedAt);
        if (operation.Labels.IsEmpty || session.Labels?.At < operation.Key.StartedAt) return;
        session.Labels = Dates.Earliest(session.Labels, Encoding.UTF8.GetString(operation.Labels.Span), operation.Key.StartedAt);
    }

    /// <summary>Updates service, environment, user, agent and labels.</summary>
    public static void Identify(SessionDraft session, SessionNotice notice) =>
        Identify(session, notice.At, notice.Service, notice.Environment, notice.UserId, notice.Agent, notice.PreviousSessionId);

    private static void Identify(
        SessionDraft session, DateTime at, string service, string environment, string? userId, string? agent, string? previousId)
    {
        if (IsPlace(session, at, service, environment))
        {
            session.Service = new Dated<string>(service, at);
            session.Environment = environment;
        }

        session.UserId = Dates.Earliest(session.UserId, userId, at);
        session.Agent = Dates.Earliest(session.Agent, agent, at);
        if (string.IsNullOrEmpty(previousId) || previousId == session.SessionId) return;
        if (session.PreviousSessionId is null || string.CompareOrdinal(previousId, session.PreviousSessionId) < 0) session.PreviousSessionId = previousId;
    }

    // A named service wins over an unnamed one, then the earlier one, then the ordinally first.
    private static bool IsPlace(SessionDraft session, DateTime at, string service, string environment)
    {
        if (session.Service is not { } current) return true;
        if (service.Length == 0 != (current.Value.Length == 0)) return service.Length > 0;
        if (at != current.At) return at < current.At;

        var order = string.CompareOrdinal(service, current.Value);
        return order == 0 ? string.CompareOrdinal(environment, session.Environment) < 0 : order < 0;
    }

    // The first N in ordinal order are the same in any order of arrival.
    private void AddModel(SessionDraft session, string model)
    {
        if (model.Length == 0) return;

        var models = session.Models;
        var position = 0;
        while (position < models.Count)
        {
            var order = string.CompareOrdinal(models[position], model);
            if (order == 0) return;
            if (order > 0) break;
            position++;
        }

        if (position >= options.MaxModelsPerSession) return;
        session.Models = [.. models.Take(position), model, .. models.Skip(position).Take(options.MaxModelsPerSession - position - 1)];
    }
}
