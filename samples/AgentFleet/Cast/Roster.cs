namespace Tidemark.Samples.AgentFleet.Cast;

/// <summary>The agents of the fleet, with different models, context growth, pace and error rates.</summary>
internal static class Roster
{
    public static readonly IReadOnlyList<AgentProfile> Agents =
    [
        new()
        {
            Name = "shopper",
            Workflow = "checkout",
            Models = [Models.GptMini, Models.Kimi],
            Tools = ["search_catalogue", "get_price", "place_order"],
            Dependencies = [("orders-db", "SELECT"), ("payments-api", "POST"), ("orders-db", "INSERT")],
            Turns = (3, 9),
            Answer = 140,
        },
        new()
        {
            Name = "support",
            Workflow = "ticket-triage",
            Models = [Models.Sonnet, Models.GptMini],
            Tools = ["lookup_customer", "search_tickets", "send_reply"],
            Dependencies = [("crm-api", "GET"), ("tickets-db", "SELECT")],
            Turns = (4, 14),
            Retrieves = 0.5,
            Answer = 260,
        },
        new()
        {
            Name = "coder",
            Workflow = "code-review",
            Models = [Models.Sonnet, Models.Kimi],
            Tools = ["read_file", "run_tests", "edit_file", "grep"],
            Dependencies = [("git-api", "GET")],
            Turns = (8, 30),
            ToolCalls = 4,
            Growth = 0.09,
            CompactsAt = 0.93,
            Answer = 700,
        },
        new()
        {
            Name = "researcher",
            Workflow = "deep-research",
            Models = [Models.Kimi, Models.Flash, Models.Mistral],
            Tools = ["web_search", "fetch_page", "summarise"],
            Dependencies = [("search-api", "GET"), ("vector-store", "QUERY")],
            Turns = (6, 20),
            ToolCalls = 3,
            Growth = 0.08,
            CompactsAt = 0.97,
            Switches = 0.1,
            Retrieves = 0.8,
            Answer = 900,
        },
        new()
        {
            Name = "translator",
            Workflow = "localisation",
            Models = [Models.Mistral],
            Tools = ["glossary"],
            Dependencies = [("memory-db", "SELECT")],
            Turns = (2, 6),
            ToolCalls = 1,
            Growth = 0.02,
            Switches = 0,
            Answer = 450,
        },
        new()
        {
            Name = "watcher",
            Workflow = "incident-response",
            Models = [Models.Flash, Models.GptMini],
            Tools = ["query_metrics", "query_logs", "page_oncall"],
            Dependencies = [("metrics-api", "GET"), ("logs-api", "GET")],
            Turns = (3, 10),
            ToolCalls = 3,
            Failures = 0.05,
            GivesUp = 0.12,
            CompactsAt = 2,
            Growth = 0.03,
            Answer = 180,
        },
    ];

    /// <summary>The agents with these names; null if one does not exist.</summary>
    public static IReadOnlyList<AgentProfile>? Find(IReadOnlyList<string> names)
    {
        AgentProfile[] found = [.. Agents.Where(agent => names.Contains(agent.Name))];
        return found.Length == names.Count ? found : null;
    }
}
