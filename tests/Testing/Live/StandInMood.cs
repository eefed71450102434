namespace Tidemark.Testing.Live;

/// <summary>The stand-in's response to a valid push.</summary>
internal enum StandInMood
{
    Fine,

    /// <summary>500, as Grafana on an internal error.</summary>
    Failing,

    /// <summary>Reads the request and never responds.</summary>
    Silent,

    /// <summary>Resets the connection.</summary>
    Cutting,
}
