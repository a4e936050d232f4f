namespace PoliceSocial.Bag.Writing;

/// <summary>How a file lies in the zip.</summary>
public enum Packing
{
    /// <summary>Deflated fast: text.</summary>
    Deflated,

    /// <summary>As it is: media, which deflating would make slower and larger.</summary>
    Stored,
}
