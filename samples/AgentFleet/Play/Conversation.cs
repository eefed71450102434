using Tidemark.Samples.AgentFleet.Cast;

namespace Tidemark.Samples.AgentFleet.Play;

/// <summary>A conversation whose context grows each turn, is cached between calls, and is compacted when nearly full.</summary>
internal sealed class Conversation(AgentProfile agent, Random random, string id)
{
    private const int SystemPrompt = 1_200;
    private const int AfterCompaction = 6_000;
    private int _context = SystemPrompt + random.Next(600);

    public string Id => id;

    public ModelProfile Model { get; private set; } = agent.Models[0];

    /// <summary>Tokens that the next call sends.</summary>
    public int Context => Math.Min(_context, (int)(Model.ContextMax * 0.99));

    /// <summary>Tokens that the provider has cached from the last call.</summary>
    public int Cached { get; private set; }

    /// <summary>The compaction before the next call; null = none.</summary>
    public (int Before, int After)? Compaction { get; private set; }

    public bool ShouldCompact => Context > agent.CompactsAt * Model.ContextMax;

    public void BeginTurn()
    {
        if (random.NextDouble() < agent.Switches)
            SwitchModel();
        Add((int)(Model.ContextMax * agent.Growth * (0.3 + random.NextDouble())));
    }

    public void SwitchModel()
    {
        var next = agent.Models[random.Next(agent.Models.Count)];
        if (next != Model)
            Cached = 0;
        Model = next;
    }

    public void Add(int tokens) => _context += tokens;

    public void Answered(int output)
    {
        Cached = Model.CachesPrompts ? Context : 0;
        Compaction = null;
        Add(output);
    }

    public void Compact()
    {
        var before = Context;
        _context = AfterCompaction + random.Next(2_000);
        Cached = 0;
        Compaction = (before, _context);
    }
}
