//! Places as people say them, on the real list of communes: in the place field and inside the words.

use crate::real::lexicon;
use crate::support;
use domain::answer::{SearchAnswer, Understood};
use domain::offer::Offer;
use domain::place::CommuneCode;
use domain::query::OfferQuery;
use search::{SearchIndex, Stamp};

/// How a name was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// As the place's own name.
    Named,
    /// As a former name of it.
    Former,
    /// As what was probably meant, and said so.
    Guessed,
}

/// Towns as people say them: what is typed, the commune, and how it was understood.
const TOWNS: &[(&str, &str, How)] = &[
    ("Boulogne", "Boulogne-Billancourt", How::Guessed),
    ("Hénin", "Hénin-Beaumont", How::Guessed),
    ("Le Touquet", "Le Touquet-Paris-Plage", How::Guessed),
    ("Touquet", "Le Touquet-Paris-Plage", How::Guessed),
    ("Cherbourg", "Cherbourg-en-Cotentin", How::Guessed),
    ("Villefranche", "Villefranche-sur-Saône", How::Guessed),
    ("Ivry", "Ivry-sur-Seine", How::Guessed),
    ("Issy", "Issy-les-Moulineaux", How::Guessed),
    ("Bruay", "Bruay-la-Buissière", How::Guessed),
    ("Nœux", "Nœux-les-Mines", How::Guessed),
    ("Châlons", "Châlons-en-Champagne", How::Guessed),
    ("Vitry", "Vitry-sur-Seine", How::Guessed),
    ("Noisy", "Noisy-le-Grand", How::Guessed),
    ("Rueil", "Rueil-Malmaison", How::Guessed),
    ("Lomme", "Lille", How::Former),
    ("Hellemmes", "Lille", How::Former),
    ("Andrezé", "Beaupréau-en-Mauges", How::Former),
    ("Malo-les-Bains", "Dunkerque", How::Former),
    ("Octeville", "Cherbourg-en-Cotentin", How::Former),
    ("Tourlaville", "Cherbourg-en-Cotentin", How::Former),
    ("Havre", "Le Havre", How::Named),
    ("Mans", "Le Mans", How::Named),
    ("Rochelle", "La Rochelle", How::Named),
    ("La Baule", "La Baule-Escoublac", How::Guessed),
    ("Aulnay", "Aulnay", How::Named),
    ("Asnières", "Asnières", How::Named),
    ("Neuilly", "Neuilly", How::Named),
    ("Fontenay", "Fontenay", How::Named),
    ("Levallois", "Levallois-Perret", How::Guessed),
    ("Clermont Ferrand", "Clermont-Ferrand", How::Named),
    ("Aix en Provence", "Aix-en-Provence", How::Named),
    ("Marcq en Baroeul", "Marcq-en-Barœul", How::Named),
    ("Villeneuve Ascq", "Villeneuve-d'Ascq", How::Named),
    ("Noisy le Sec", "Noisy-le-Sec", How::Named),
    ("Noisy Grand", "Noisy-le-Grand", How::Named),
    ("Saint Germain en Laye", "Saint-Germain-en-Laye", How::Named),
    ("St Maur des Fossés", "Saint-Maur-des-Fossés", How::Named),
    ("St-Nazaire", "Saint-Nazaire", How::Named),
    ("Mantes", "Mantes-la-Jolie", How::Guessed),
    ("Brive", "Brive-la-Gaillarde", How::Guessed),
    ("Bourg en Bresse", "Bourg-en-Bresse", How::Named),
    ("Châlon sur Saône", "Chalon-sur-Saône", How::Named),
    ("Le Puy", "Le Puy", How::Named),
    ("Mont de Marsan", "Mont-de-Marsan", How::Named),
    ("Charleville", "Charleville", How::Named),
    ("Vandœuvre", "Vandœuvre-lès-Nancy", How::Guessed),
    ("Montigny le Bretonneux", "Montigny-le-Bretonneux", How::Named),
    ("Bagnolet", "Bagnolet", How::Named),
    ("Épinay", "Épinay-sur-Seine", How::Guessed),
    ("Champs sur Marne", "Champs-sur-Marne", How::Named),
    ("Tassin", "Tassin-la-Demi-Lune", How::Guessed),
    ("Vaulx en Velin", "Vaulx-en-Velin", How::Named),
    ("Caluire", "Caluire-et-Cuire", How::Guessed),
    ("Rillieux", "Rillieux-la-Pape", How::Guessed),
    ("Bourgoin", "Bourgoin-Jallieu", How::Guessed),
    ("Dole", "Dole", How::Named),
    ("Thonon", "Thonon-les-Bains", How::Guessed),
    ("Aix les Bains", "Aix-les-Bains", How::Named),
    ("Fréjus", "Fréjus", How::Named),
    ("La Seyne", "La Seyne-sur-Mer", How::Guessed),
    ("Cagnes", "Cagnes-sur-Mer", How::Guessed),
    ("Saint-Laurent du Var", "Saint-Laurent-du-Var", How::Named),
    ("Grande-Synthe", "Grande-Synthe", How::Named),
    ("Coudekerque", "Coudekerque-Branche", How::Guessed),
    ("Saint Pol sur Mer", "Dunkerque", How::Former),
    ("Isbergues", "Isbergues", How::Named),
    ("Auchy les Mines", "Auchy-les-Mines", How::Named),
    ("Bully", "Bully", How::Named),
    ("Oye Plage", "Oye-Plage", How::Named),
    ("Berck", "Berck", How::Named),
    ("Faches", "Faches-Thumesnil", How::Guessed),
    ("La Bassée", "La Bassée", How::Named),
    ("Le Cateau", "Le Cateau-Cambrésis", How::Guessed),
    ("Condé sur Escaut", "Condé-sur-l'Escaut", How::Named),
    ("Sin le Noble", "Sin-le-Noble", How::Named),
    ("Illkirch", "Illkirch-Graffenstaden", How::Guessed),
    ("Souffelweyersheim", "Souffelweyersheim", How::Named),
    ("Sainte Foy", "Sainte-Foy", How::Named),
    ("Les Sables", "Les Sables-d'Olonne", How::Guessed),
    ("Sables d'Olonne", "Les Sables-d'Olonne", How::Named),
    ("Château d'Olonne", "Les Sables-d'Olonne", How::Former),
    ("La Roche sur Yon", "La Roche-sur-Yon", How::Named),
    ("Saint-Herblain", "Saint-Herblain", How::Named),
    ("Carquefou", "Carquefou", How::Named),
    ("Joué", "Joué-lès-Tours", How::Guessed),
    ("St Pierre des Corps", "Saint-Pierre-des-Corps", How::Named),
    ("Fleury les Aubrais", "Fleury-les-Aubrais", How::Named),
    ("Saint Jean de la Ruelle", "Saint-Jean-de-la-Ruelle", How::Named),
    ("Équeurdreville", "Cherbourg-en-Cotentin", How::Guessed),
    ("Trouville", "Trouville-sur-Mer", How::Guessed),
    ("Sotteville", "Sotteville", How::Named),
    ("Grand Quevilly", "Le Grand-Quevilly", How::Named),
    ("Petit Quevilly", "Le Petit-Quevilly", How::Named),
    ("Saint Étienne du Rouvray", "Saint-Étienne-du-Rouvray", How::Named),
    ("Mont Saint Aignan", "Mont-Saint-Aignan", How::Named),
    ("Mt St Aignan", "Mont-Saint-Aignan", How::Named),
    ("Lillebonne", "Lillebonne", How::Named),
    ("Gonfreville", "Gonfreville", How::Named),
    ("Saint Denis de la Réunion", "Saint-Denis", How::Named),
    ("Le Tampon", "Le Tampon", How::Named),
    ("Port Réunion", "Le Port", How::Named),
    ("Saint-Pierre 974", "Saint-Pierre", How::Named),
    ("Fort de France", "Fort-de-France", How::Named),
    ("Pointe à Pitre", "Pointe-à-Pitre", How::Named),
    ("Les Abymes", "Les Abymes", How::Named),
    ("Abymes", "Les Abymes", How::Named),
    ("Villeneuve Saint Georges", "Villeneuve-Saint-Georges", How::Named),
    ("Paris 1", "Paris 1er Arrondissement", How::Named),
    ("Paris 1er", "Paris 1er Arrondissement", How::Named),
    ("Paris 20ème", "Paris 20e Arrondissement", How::Named),
    ("Paris XIII", "Paris 13e Arrondissement", How::Named),
    ("Lyon 3", "Lyon 3e Arrondissement", How::Named),
    ("Lyon 7ème", "Lyon 7e Arrondissement", How::Named),
    ("Marseille 13", "Marseille 13e Arrondissement", How::Named),
    ("Marseille 13013", "Marseille 13e Arrondissement", How::Named),
    ("69003 Lyon", "Lyon 3e Arrondissement", How::Named),
    ("Corbeil", "Corbeil", How::Named),
    ("Évry", "Évry", How::Named),
    ("Courcouronnes", "Évry-Courcouronnes", How::Guessed),
    ("Juvisy", "Juvisy-sur-Orge", How::Guessed),
    ("Savigny", "Savigny", How::Named),
    ("Savigny 91", "Savigny-sur-Orge", How::Guessed),
    ("Savigny le Temple", "Savigny-le-Temple", How::Named),
    ("Montreuil", "Montreuil", How::Named),
    ("Montreuil sous bois", "Montreuil", How::Former),
    ("Maisons Alfort", "Maisons-Alfort", How::Named),
    ("Champigny", "Champigny", How::Named),
    ("Nogent", "Nogent", How::Named),
    ("Nogent 94", "Nogent-sur-Marne", How::Guessed),
    ("Le Perreux", "Le Perreux-sur-Marne", How::Guessed),
    ("Le Kremlin", "Le Kremlin-Bicêtre", How::Guessed),
    ("L'Hay les roses", "L'Haÿ-les-Roses", How::Named),
    ("Hay les Roses", "L'Haÿ-les-Roses", How::Named),
    ("L'isle adam", "L'Isle-Adam", How::Named),
    ("Isle-Adam", "L'Isle-Adam", How::Named),
    ("Argenteuil", "Argenteuil", How::Named),
    ("Ermont", "Ermont", How::Named),
    ("Saint Quentin", "Saint-Quentin", How::Named),
    ("St Quentin 02", "Saint-Quentin", How::Named),
    ("Château Thierry", "Château-Thierry", How::Named),
    ("Crépy", "Crépy", How::Named),
    ("Crépy en Valois", "Crépy-en-Valois", How::Named),
    ("Nogent sur Oise", "Nogent-sur-Oise", How::Named),
    ("Pont Ste Maxence", "Pont-Sainte-Maxence", How::Named),
    ("Villers Cotterets", "Villers-Cotterêts", How::Named),
    ("Montigny en Gohelle", "Montigny-en-Gohelle", How::Named),
    ("Noyelles Godault", "Noyelles-Godault", How::Named),
    ("Sallaumines", "Sallaumines", How::Named),
    ("Wingles", "Wingles", How::Named),
    ("Lens 62", "Lens", How::Named),
    ("Valenciennes gare", "Valenciennes", How::Named),
    ("Gare de Douai", "Douai", How::Named),
    ("Centre ville de Lille", "Lille", How::Named),
    ("Lille Sud", "Lille", How::Named),
    ("Lille-Fives", "Lille", How::Guessed),
    ("Roubaix (Nord)", "Roubaix", How::Named),
    ("Roubaix - Nord", "Roubaix", How::Named),
    ("Roubaix, Hauts-de-France, France", "Roubaix", How::Named),
    ("59 Roubaix", "Roubaix", How::Named),
    ("Saint-Denis (93)", "Saint-Denis", How::Named),
    ("Cergy Pontoise", "Cergy", How::Named),
    ("Lille ou Roubaix", "Lille", How::Named),
    ("Tourcoing / Roubaix", "Tourcoing", How::Named),
    ("Lille + Tourcoing", "Lille", How::Named),
    ("proche de Lens", "Lens", How::Named),
    ("à Lens", "Lens", How::Named),
    ("autour de Béthune", "Béthune", How::Named),
    ("secteur Arras", "Arras", How::Named),
    ("ville de Calais", "Calais", How::Named),
    ("30 km autour d'Amiens", "Amiens", How::Named),
    ("Roissy", "Roissy-en-Brie", How::Guessed),
    ("Roissy CDG", "Roissy-en-France", How::Former),
    ("Orly", "Orly", How::Named),
];

/// Parts of the country.
const AREAS: &[(&str, &str, How)] = &[
    ("Nord", "Nord", How::Named),
    ("dans le Nord", "Nord", How::Named),
    ("dans le 62", "Pas-de-Calais", How::Named),
    ("Pas de Calais", "Pas-de-Calais", How::Named),
    ("Somme", "Somme", How::Named),
    ("80", "Somme", How::Named),
    ("Seine St Denis", "Seine-Saint-Denis", How::Named),
    ("93", "Seine-Saint-Denis", How::Named),
    ("Bouches du Rhône", "Bouches-du-Rhône", How::Named),
    ("Alpes maritimes", "Alpes-Maritimes", How::Named),
    ("Val d'Oise", "Val-d'Oise", How::Named),
    ("Côtes d'Armor", "Côtes-d'Armor", How::Named),
    ("Loire", "Loire", How::Named),
    ("Haute Savoie", "Haute-Savoie", How::Named),
    ("région PACA", "Provence-Alpes-Côte d'Azur", How::Named),
    ("Région Hauts de France", "Hauts-de-France", How::Named),
    ("en Normandie", "Normandie", How::Named),
    ("Grand Est", "Grand Est", How::Named),
    ("Alsace", "Alsace", How::Named),
    ("Lorraine", "Lorraine", How::Named),
    ("Rhône Alpes", "Rhône-Alpes", How::Named),
    ("Auvergne Rhône Alpes", "Auvergne-Rhône-Alpes", How::Named),
    ("AURA", "Auvergne-Rhône-Alpes", How::Named),
    ("Midi Pyrénées", "Midi-Pyrénées", How::Named),
    ("Languedoc-Roussillon", "Languedoc-Roussillon", How::Named),
    ("Poitou Charentes", "Poitou-Charentes", How::Named),
    ("Pays de Loire", "Pays de la Loire", How::Named),
    ("Pays de la Loire", "Pays de la Loire", How::Named),
    ("Centre Val de Loire", "Centre-Val de Loire", How::Named),
    ("Bourgogne", "Bourgogne", How::Named),
    ("Franche Comté", "Franche-Comté", How::Named),
    ("Bourgogne Franche Comté", "Bourgogne-Franche-Comté", How::Named),
    ("Nouvelle Aquitaine", "Nouvelle-Aquitaine", How::Named),
    ("Occitanie", "Occitanie", How::Named),
    ("Île de la Réunion", "Île de la Réunion", How::Named),
    ("Outre-mer", "Outre-mer", How::Named),
    ("Petite couronne", "Petite couronne", How::Named),
    ("Grand Paris", "Grand Paris", How::Named),
    ("Banlieue parisienne", "Banlieue parisienne", How::Named),
    ("Métropole de Lyon", "Métropole de Lyon", How::Named),
    ("Grand Lyon", "Métropole de Lyon", How::Named),
    ("région lyonnaise", "Métropole de Lyon", How::Named),
    ("Bordeaux Métropole", "Bordeaux métropole", How::Named),
    ("Côte d'Azur", "Côte d'Azur", How::Named),
    ("Pays basque", "Pays basque", How::Named),
    ("bassin d'Arcachon", "Bassin d'Arcachon", How::Named),
    ("Cotentin", "Cotentin", How::Named),
    ("Avesnois", "Sambre-Avesnois", How::Named),
    ("bassin de Douai", "Douaisis", How::Named),
    ("agglomération de Dunkerque", "Flandre", How::Named),
    ("Métropole européenne de Lille", "Métropole lilloise", How::Named),
    ("Béthune-Bruay", "Béthunois", How::Named),
    ("Lille, Roubaix, Tourcoing", "Métropole lilloise", How::Named),
    ("Lens Liévin", "Lensois", How::Named),
    ("Hénin-Carvin", "Lensois", How::Named),
    ("Marne-la-Vallée", "Marne-la-Vallée", How::Named),
    ("Saint-Quentin-en-Yvelines", "Saint-Quentin-en-Yvelines", How::Named),
    ("Sophia Antipolis", "Sophia Antipolis", How::Named),
];

/// Typing errors: what is typed, and the commune or area that was meant.
const ERRORS: &[(&str, &str)] = &[
    ("roubais", "Roubaix"),
    ("Rubaix", "Roubaix"),
    ("Roubaux", "Roubaix"),
    ("Tourcoin", "Tourcoing"),
    ("Tourcoign", "Tourcoing"),
    ("Valencienne", "Valenciennes"),
    ("Valanciennes", "Valenciennes"),
    ("Cambray", "Cambrai"),
    ("Liévain", "Liévin"),
    ("Liévn", "Liévin"),
    ("Wattrelo", "Wattrelos"),
    ("Watrelos", "Wattrelos"),
    ("lile", "Lille"),
    ("Lillle", "Lille"),
    ("Dunkerqe", "Dunkerque"),
    ("Bethunne", "Béthune"),
    ("Bétune", "Béthune"),
    ("Maubeurge", "Maubeuge"),
    ("Aras", "Arras"),
    ("Callais", "Calais"),
    ("Hazebrouk", "Hazebrouck"),
    ("Armentiere", "Armentières"),
    ("Marseile", "Marseille"),
    ("Marsaille", "Marseille"),
    ("Touloose", "Toulouse"),
    ("Tolouse", "Toulouse"),
    ("Bordeau", "Bordeaux"),
    ("Strasbour", "Strasbourg"),
    ("Starsbourg", "Strasbourg"),
    ("Montpelier", "Montpellier"),
    ("Renne", "Rennes"),
    ("Grenbole", "Grenoble"),
    ("Saint Etiene", "Saint-Étienne"),
    ("St Etinne", "Saint-Étienne"),
    ("Clermont Ferand", "Clermont-Ferrand"),
    ("Villeurbane", "Villeurbanne"),
    ("Nante", "Nantes"),
    ("Perpignant", "Perpignan"),
    ("Mulouse", "Mulhouse"),
    ("Mullhouse", "Mulhouse"),
    ("Besançons", "Besançon"),
    ("Orléan", "Orléans"),
    ("Lymoges", "Limoges"),
    ("Avigon", "Avignon"),
    ("Anecy", "Annecy"),
    ("Compiegnes", "Compiègne"),
    ("Beauvai", "Beauvais"),
    ("Amien", "Amiens"),
    ("Abeville", "Abbeville"),
    ("Henin Beaumon", "Hénin-Beaumont"),
    ("Hénain-Beaumont", "Hénin-Beaumont"),
    ("Noisy le grans", "Noisy-le-Grand"),
    ("Bully les mine", "Bully-les-Mines"),
    ("Villeneuve d'Asq", "Villeneuve-d'Ascq"),
    ("Villeneuv d'Ascq", "Villeneuve-d'Ascq"),
    ("Marc en Baroeul", "Marcq-en-Barœul"),
    ("Lamberssart", "Lambersart"),
    ("Haubourdain", "Haubourdin"),
    ("Seclain", "Seclin"),
    ("Carvain", "Carvin"),
    ("Doua", "Douai"),
    ("Denin", "Denain"),
    ("Le Touqet", "Le Touquet-Paris-Plage"),
    ("Boulonge sur mer", "Boulogne-sur-Mer"),
    ("Chebourg", "Cherbourg-en-Cotentin"),
    ("Le Harve", "Le Havre"),
    ("Ruoen", "Rouen"),
    ("Bretange", "Bretagne"),
    ("Normadie", "Normandie"),
    ("Haut de France", "Hauts-de-France"),
    ("Hauts de Frances", "Hauts-de-France"),
    ("Nord pas de callais", "Nord-Pas-de-Calais"),
    ("Pas de callais", "Pas-de-Calais"),
    ("Picardi", "Picardie"),
    ("Loraine", "Lorraine"),
    ("Occitannie", "Occitanie"),
    ("Fontainebleu", "Fontainebleau"),
    ("Saint Germain en laie", "Saint-Germain-en-Laye"),
    ("Vincenne", "Vincennes"),
    ("Nanterres", "Nanterre"),
    ("Courbevoi", "Courbevoie"),
    ("Issy les Moulinaux", "Issy-les-Moulineaux"),
    ("Saint Dennis", "Saint-Denis"),
    ("Aubervillier", "Aubervilliers"),
    ("Pantain", "Pantin"),
    ("Gonesses", "Gonesse"),
    ("Sarcelle", "Sarcelles"),
];

/// Places inside the words: what is typed, the commune or area, and the words that are left.
const INSIDE: &[(&str, &str, &str)] = &[
    ("soudeur Bully-les-Mines", "Bully-les-Mines", "soudeur"),
    ("cariste Noisy-le-Grand", "Noisy-le-Grand", "cariste"),
    ("vendeur Issy-les-Moulineaux", "Issy-les-Moulineaux", "vendeur"),
    ("vendeur(euse) L'Haÿ-les-Roses", "L'Haÿ-les-Roses", "Vendeur"),
    ("cariste Sin-le-Noble H/F", "Sin-le-Noble", "Cariste"),
    ("Bar-le-Duc cariste", "Bar-le-Duc", "cariste"),
    ("cariste lomme", "Lille", "cariste"),
    ("infirmier hellemmes", "Lille", "infirmier"),
    ("cariste Boulogne", "Boulogne-Billancourt", "cariste"),
    ("électricien Boulogne 62", "Boulogne-sur-Mer", "électricien"),
    ("électricien Boulogne, Pas-de-Calais", "Boulogne-sur-Mer", "électricien"),
    ("vendeur Hénin", "Hénin-Beaumont", "vendeur"),
    ("soudeur le touquet", "Le Touquet-Paris-Plage", "soudeur"),
    ("cariste cherbourg", "Cherbourg-en-Cotentin", "cariste"),
    ("technicien de surface marcq", "Marcq-en-Barœul", "technicien de surface"),
    ("cariste roubais", "Roubaix", "cariste"),
    ("femme de ménage à Roubais", "Roubaix", "femme de ménage"),
    ("soudeur tourcoin", "Tourcoing", "soudeur"),
    ("auxiliaire de vie wattrelo", "Wattrelos", "auxiliaire de vie"),
    ("boulanger lile", "Lille", "boulanger"),
    ("ouvrier henin beaumon", "Hénin-Beaumont", "ouvrier"),
    ("vendeur villeneuve d'asq", "Villeneuve-d'Ascq", "vendeur"),
    ("soudeur bully les mine", "Bully-les-Mines", "soudeur"),
    ("aide soignant Paris 13", "Paris 13e Arrondissement", "aide soignant"),
    ("assistante Paris 8ème", "Paris 8e Arrondissement", "assistante"),
    ("cuisinier lyon 3", "Lyon 3e Arrondissement", "cuisinier"),
    ("comptable marseille 1er", "Marseille 1er Arrondissement", "comptable"),
    ("assistante 75008", "Paris 8e Arrondissement", "assistante"),
    ("cariste dans le 62", "Pas-de-Calais", "cariste"),
    ("cariste dans le nord", "Nord", "cariste"),
    ("vendeur en Bretagne", "Bretagne", "vendeur"),
    ("vendeur haute savoie", "Haute-Savoie", "vendeur"),
    ("cariste PACA", "Provence-Alpes-Côte d'Azur", "cariste"),
    ("travail Hauts-de-France", "Hauts-de-France", "travail"),
    ("vendeur Picardie", "Picardie", "vendeur"),
    ("cariste métropole lilloise", "Métropole lilloise", "cariste"),
    ("maçon bassin minier", "Bassin minier", "maçon"),
    ("chauffeur spl côte d'opale", "Côte d'Opale", "chauffeur spl"),
    ("peintre bassin d'emploi de Valenciennes", "Valenciennois", "peintre"),
    ("comptable région parisienne", "Île-de-France", "comptable"),
    ("cariste Roubaix, Nord", "Roubaix", "cariste"),
    ("cariste Saint-Denis La Réunion", "Saint-Denis", "cariste"),
    ("cariste lille centre", "Lille", "cariste"),
    ("cariste Lille et alentours", "Lille", "cariste"),
    ("peintre lens, béthune, arras", "Lens", "peintre"),
    ("vendeur tours", "Tours", "vendeur"),
    ("vendeuse à Mer", "Mer", "vendeuse"),
    ("vendeur la madeleine", "La Madeleine", "vendeur"),
    ("cariste à mâcon", "Mâcon", "cariste"),
    ("caissier st omer", "Saint-Omer", "caissier"),
];

/// Words that hold no place, though some are names or nearly names of communes.
const NO_PLACE: &[&str] = &[
    "pas de port de charge",
    "sans port de charges lourdes",
    "livreur",
    "cariste homme",
    "maçon",
    "manœuvre maçon",
    "tours",
    "conducteur de tours",
    "sauveteur en mer",
    "agent port",
    "docker port",
    "agent de gare",
    "aide à domicile",
    "aide à dom",
    "garde champêtre",
    "hôte de caisse",
    "hôte(esse) de caisse",
    "hote/esse de caisse",
    "conseiller commercial VN/VO (H/F)",
    "infirmier temps partiel 50%",
    "analyste 2024-41514",
    "technicien Saint",
    "facteur",
    "emploi vieux",
    "kiabi",
    "leroy merlin",
];

fn index() -> Option<SearchIndex> {
    let (_, lexicon) = lexicon()?;
    let index = SearchIndex::in_memory().unwrap();
    index.set_lexicon(lexicon.clone());
    Some(index)
}

fn asked(index: &SearchIndex, query: &OfferQuery) -> Understood {
    index.search(query, support::TODAY).unwrap().understood
}

fn field(index: &SearchIndex, typed: &str) -> Understood {
    asked(index, &OfferQuery { place_text: typed.into(), ..OfferQuery::default() })
}

fn words(index: &SearchIndex, typed: &str) -> Understood {
    asked(index, &OfferQuery { text: typed.into(), ..OfferQuery::default() })
}

/// The name of what was understood.
fn name(understood: &Understood) -> Option<&str> {
    understood.place.as_ref().map(|place| place.name.as_str()).or(understood.area.as_deref())
}

fn how(understood: &Understood) -> How {
    match (&understood.guessed_place, &understood.former_place) {
        (Some(_), _) => How::Guessed,
        (None, Some(_)) => How::Former,
        (None, None) => How::Named,
    }
}

fn others(understood: &Understood) -> Vec<&str> {
    understood.other_places.iter().map(|place| place.name.as_str()).collect()
}

#[test]
fn usual_names_are_understood_and_guesses_are_said() {
    let Some(index) = index() else { return };
    for (typed, expected, certain) in TOWNS {
        let found = field(&index, typed);
        assert_eq!(
            (found.place.as_ref().map(|p| p.name.as_str()), how(&found)),
            (Some(*expected), *certain),
            "{typed}"
        );
        let said = found.guessed_place.or(found.former_place);
        assert!(said.is_none_or(|said| said == *typed), "{typed}");
    }
    for (typed, expected, certain) in AREAS {
        let found = field(&index, typed);
        assert_eq!((found.area.as_deref(), found.place.as_ref()), (Some(*expected), None), "{typed}");
        assert_eq!(how(&found), *certain, "{typed}");
    }
}

#[test]
fn a_typing_error_is_mended_and_said() {
    let Some(index) = index() else { return };
    for (typed, expected) in ERRORS {
        let found = field(&index, typed);
        assert_eq!((name(&found), found.guessed_place.as_deref()), (Some(*expected), Some(*typed)), "{typed}");
    }
    for typed in ["Trifouillis", "xyz", "q", "pas de port de charge", "bonjour je cherche"] {
        let found = field(&index, typed);
        assert_eq!((name(&found), found.unknown_place.as_deref()), (None, Some(typed)), "{typed}");
    }
}

#[test]
fn several_places_are_told_and_everywhere_is_nowhere() {
    let Some(index) = index() else { return };
    for (typed, place, told) in [
        ("Lille, Roubaix", "Lille", "Roubaix"),
        ("Tourcoing / Roubaix", "Tourcoing", "Roubaix"),
        ("Lens ou Béthune", "Lens", "Béthune"),
        ("Neuilly", "Neuilly", "Neuilly-sur-Seine"),
        ("Évry", "Évry", "Évry-Courcouronnes"),
        ("Boulogne", "Boulogne-Billancourt", "Boulogne-sur-Mer"),
        ("Saint-Denis", "Saint-Denis", "Saint-Denis"),
        ("75013", "Paris 13e Arrondissement", "Paris"),
    ] {
        let found = field(&index, typed);
        assert_eq!(name(&found), Some(place), "{typed}");
        assert!(others(&found).contains(&told), "{typed}: {:?}", others(&found));
    }
    for typed in ["France", "partout", "toute la France", "n'importe où", "France entière", " , ", ""] {
        let found = field(&index, typed);
        assert_eq!((name(&found), found.unknown_place.as_deref()), (None, None), "{typed}");
    }
    // Communes that have the name of a part of the country are told.
    for (typed, code) in [("Bretagne", "36024"), ("Landes", "17202"), ("La Réunion", "47222")] {
        let found = field(&index, typed);
        assert!(found.area.is_some() && found.other_places.iter().any(|p| p.commune.as_str() == code), "{typed}");
    }
}

#[test]
fn a_place_is_taken_out_of_the_words_and_a_trade_is_not() {
    let Some(index) = index() else { return };
    for (typed, expected, left) in INSIDE {
        let found = words(&index, typed);
        assert_eq!((name(&found), found.text.as_str()), (Some(*expected), *left), "{typed}");
    }
    for typed in NO_PLACE {
        let found = words(&index, typed);
        assert_eq!(name(&found), None, "{typed}");
    }
}

#[test]
fn what_an_open_offer_knows_is_no_place_with_an_error() {
    let Some(index) = index() else { return };
    // One letter from Tourcoing, and the name of an employer.
    let typed = "cariste tourcoins";
    assert_eq!(name(&words(&index, typed)), Some("Tourcoing"));
    let mut offer = Offer::new("made", "1", "Cariste");
    offer.employer.name = Some("Tourcoins".into());
    let mut writer = index.try_writer(20_000_000).unwrap().unwrap();
    writer.upsert(&support::stored(offer)).unwrap();
    writer.commit(&Stamp { database_id: "made".into(), rev: 1 }).unwrap();
    index.reload().unwrap();
    assert_eq!(name(&words(&index, typed)), None);
}

#[test]
fn the_territory_of_the_hub_comes_first() {
    let Some((_, lexicon)) = lexicon() else { return };
    let hub = |place: &str, codes: &[&str]| {
        let codes: Vec<CommuneCode> = codes.iter().map(|code| CommuneCode::parse(code).unwrap()).collect();
        let index = SearchIndex::in_memory().unwrap();
        index.set_lexicon(lexicon.clone().at_home(place, &codes));
        index
    };
    let code = |found: Understood| found.place.map(|place| place.commune.to_string());
    for (place, typed, expected) in [
        ("Roubaix", "Mons", "59410"),
        ("Roubaix", "Marcq", "59378"),
        ("Roubaix", "Villeneuve", "59009"),
        ("Roubaix", "Lys", "59367"),
        ("Roubaix", "Bruay", "59112"),
        ("Lens", "Bruay", "62178"),
        ("Lens", "Boulogne", "62160"),
        ("Lens", "Vitry", "62865"),
        ("Lens", "Montigny", "62587"),
        ("Roubaix", "Vitry", "62865"),
        ("Créteil", "Vitry", "94081"),
        ("Saint-Denis (93)", "Saint-Denis", "93066"),
        ("Nîmes", "Saint-Denis", "30247"),
        ("Gard", "Saint-Denis", "30247"),
        ("Métropole de Lyon", "Villefranche", "69264"),
        ("bassin de Villefranche de Rouergue", "Villefranche", "12300"),
        ("", "Saint-Denis", "97411"),
        ("nowhere at all", "Saint-Denis", "97411"),
    ] {
        assert_eq!(code(field(&hub(place, &[]), typed)).as_deref(), Some(expected), "{typed} in {place}");
    }
    // What is outside is told.
    let found = field(&hub("Roubaix", &[]), "Mons");
    assert_eq!(found.guessed_place.as_deref(), Some("Mons"));
    assert!(found.other_places.iter().any(|place| place.name == "Mons"));
    // Where the hub sends people is its territory as well.
    assert_eq!(code(field(&hub("", &["62498"]), "Vitry")).as_deref(), Some("62865"));
    // A well-known town is meant wherever the hub is.
    assert_eq!(code(field(&hub("Nîmes", &[]), "Lens")).as_deref(), Some("62498"));
    assert_eq!(code(words(&hub("Roubaix", &[]), "vendeur mons")).as_deref(), Some("59410"));
}

#[test]
fn an_area_finds_what_lies_in_it() {
    let Some(index) = index() else { return };
    let mut writer = index.try_writer(20_000_000).unwrap().unwrap();
    let at = |id: &str, code: &str| {
        let commune = index.commune(&CommuneCode::parse(code).unwrap()).unwrap();
        let mut offer = Offer::new("made", id, "Cariste");
        offer.places.push(domain::place::Place {
            precision: domain::place::Precision::Commune,
            label: commune.name,
            departement: Some(commune.commune.departement()),
            commune: Some(commune.commune),
            postcode: None,
            point: commune.point,
        });
        offer
    };
    for (id, code) in [("1", "59512"), ("2", "62498"), ("3", "80021"), ("4", "33063"), ("5", "69381")] {
        writer.upsert(&support::stored(at(id, code))).unwrap();
    }
    let mut wide = Offer::new("made", "6", "Cariste");
    wide.places.push(domain::place::Place {
        precision: domain::place::Precision::Departement,
        label: "Nord".into(),
        departement: domain::place::DepartementCode::parse("59").ok(),
        commune: None,
        postcode: None,
        point: None,
    });
    writer.upsert(&support::stored(wide)).unwrap();
    writer.commit(&Stamp { database_id: "made".into(), rev: 1 }).unwrap();
    index.reload().unwrap();
    let found = |typed: &str| -> SearchAnswer {
        let query = OfferQuery { place_text: typed.into(), text: "cariste".into(), ..OfferQuery::default() };
        index.search(&query, support::TODAY).unwrap()
    };
    for (typed, total) in [
        ("Nord", 2),
        ("Nord-Pas-de-Calais", 3),
        ("59, 62", 3),
        ("Hauts-de-France", 4),
        ("Picardie", 1),
        ("PACA", 0),
        ("bassin minier", 2),
        ("Métropole lilloise", 2),
        ("Métropole de Lyon", 1),
        ("France", 6),
    ] {
        assert_eq!(found(typed).total, total, "{typed}");
    }
    // Known only by a département of which a part is meant: perhaps there, so it comes last and says so.
    let wide: Vec<bool> = found("Métropole lilloise").hits.iter().map(|hit| hit.wide_place).collect();
    assert_eq!(wide, [false, true]);
}

#[test]
fn a_hostile_place_costs_little() {
    let Some(index) = index() else { return };
    let many = ["saint ", "Lille, ", "59 62 ", "a,b;c/d(", "s/", "cedex ", "é\u{301}", "- ", "bassin de "];
    for text in many.map(|text| text.repeat(20_000)) {
        let started = std::time::Instant::now();
        field(&index, &text);
        words(&index, &text);
        assert!(started.elapsed().as_millis() < 500, "{}", &text[..12]);
    }
}
